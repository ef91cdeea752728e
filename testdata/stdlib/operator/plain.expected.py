import operator
import collections.abc
import numbers
print(callable(x), operator.contains(a, b))
if isinstance(x, collections.abc.Sequence) or not isinstance(repr(x), collections.abc.Mapping): pass
list(filter(callable, xs))
operator.mul(x, 3); isinstance(a or b, numbers.Number)

import collections.abc
x = isinstance(y, collections.abc.Sequence)

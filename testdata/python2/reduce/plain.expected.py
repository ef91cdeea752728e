import os
from functools import reduce
total = reduce(lambda x, y: x + y, xs, 0)
first = partial(reduce, f)
print(reduce(f, repr(x)))

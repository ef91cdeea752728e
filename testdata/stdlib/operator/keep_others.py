import operator
from itertools import repeat
operator.add(a, b)
repeat(x, 3)
self.isCallable(x)

import itertools, itertools as it
from itertools import *
import builtins
x = zip(a, b), map(f, a), it.filterfalse(f, a), it.zip_longest
for p in filter(None, zip(a, repr(b))): print(p)
def f(zip): return builtins.zip(zip, a)

# pairs
from itertools import (chain, filterfalse as no, zip_longest)
import builtins
a = zip(zip(a, b), map(str, chain(a)))
b = no(None, zip_longest(a)); c = map
def f(map): return builtins.map(map, a)

# py3k-test: --from 2 --target 3.2
# What takes their place is not there yet.
import collections
from fractions import gcd
value = [isinstance(x, collections.Mapping), gcd(4, 6)]

# py3k-test: -f removed_names --from 2
import __builtin__
import os
from os import errno

print __builtin__.reduce(f, xs), __builtin__.cmp, os.path.walk(p, f, None), buffer(x)
__builtin__.file = mine

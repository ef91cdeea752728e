import operator
import time
time.accept2dyear = 0
class platform: pass
x = platform.dist, operator.add
try:
    from contextlib import nested
except ImportError:
    nested = None

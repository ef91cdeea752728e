import sys
import atexit
atexit.register(done)
if x: atexit.register(lambda: f(repr(x)))

# py3k-test: -f future
from __future__ import print_function
print("a", file=f)
exec "x = `1`"

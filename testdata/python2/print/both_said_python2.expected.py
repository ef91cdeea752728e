# py3k-test: --from 2 --target 2+3
from __future__ import print_function
print(("a", "b"))

# py3k-test: --from 2
from __future__ import print_function, unicode_literals, division
print("a", "b", 7 / 2, file=f)
exec "x = `1`"

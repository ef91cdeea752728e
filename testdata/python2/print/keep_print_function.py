# py3k-test: -f print --from 2
from __future__ import print_function
print("a", "b", sep="-")
print()
print(("a", "b"))
print ("a"), 1
p = print
f = lambda *args: print("lambda", *args)
x.print("a")

# With print_function it is a name like any other.
from __future__ import print_function
import sys


class Printer(object):
    def print_(self, text):
        print("printer:", text)

    print = print_


print()
print("a", "b", sep="-")
print("a", end="!\n")
print("to stdout", file=sys.stdout)
print(("x", "y"))
print(("x"), ("y"))
p = print
p("aliased")
Printer().print("attribute")
for out in [print, p]:
    out("in a list")
(print)("in parentheses")
print ("a blank before")
print(*[1, 2, 3])
print(*"abc", **{'sep': '/'})
f = lambda *args: print("lambda", *args)
f(1, 2)
if 1: print("one line"); print("two")
d = {}
if not d.has_key('x'): print("no x", `d`)

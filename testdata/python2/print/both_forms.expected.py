# py3k-test: --from 2 --target 2+3
#!/usr/bin/env python
# -*- coding: utf-8 -*-
"""What it prints."""

from __future__ import print_function
import sys

print("a", 1)
print()
print("no newline\n", end='')
print("a", 2, file=sys.stderr)
print ("a")  # a call already
print(("a", 2))
print("a\n" + "%s" % (name,), 3)
print(u"text\t", name, sep='')


def f():
    print("inside %s" % name); print()


if f: print(1)

# py3k-test: --from 2 --target 2+3
#!/usr/bin/env python
# -*- coding: utf-8 -*-
"""What it prints."""
import sys

print "a", 1
print
print "no newline\n",
print >>sys.stderr, "a", 2
print ("a")  # a call already
print ("a", 2)
print "a\n", name, 3
print u"text\t", name


def f():
    print "inside %s" % name; print


if f: print 1

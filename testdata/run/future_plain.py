#!/usr/bin/env python
"""The docstring comes before them."""
from __future__ import with_statement
from __future__ import generators, nested_scopes
from __future__ import (
    absolute_import,  # long needed
    division,
)
import __future__
import os.path; import sys


class Managed(object):
    def __enter__(self):
        print "enter"
        return self

    def __exit__(self, *info):
        print "exit"


with Managed() as m: print "inside"
with Managed(), Managed() as n:
    print "both"
print 7 / 2, 7 // 2, 7.0 / 2
print __doc__
print __future__.division.getOptionalRelease()[:3]
print os.path.basename("a/b"), sys.argv[0] <> ""

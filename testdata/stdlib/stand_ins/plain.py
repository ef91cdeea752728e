"""Doc."""
import contextlib, imp, operator
import unittest
from platform import dist

x = imp.PY_SOURCE + 1
kinds = {imp.PKG_DIRECTORY: "package"}
with contextlib.nested(a, b) as (c, d):
    tests = unittest.makeSuite(T)
def f():
    return map(operator.div, xs, ys), dist()

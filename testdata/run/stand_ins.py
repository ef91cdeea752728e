# Names of the library that nothing replaces: what stands in does what they did.
import contextlib
import inspect
import operator
import os
import unittest
import plistlib

class Manager(object):
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        print "in", self.name
        return self.name
    def __exit__(self, *args):
        print "out", self.name
        return self.name == "b" and args[0] is not None

with contextlib.nested(Manager("a"), Manager("b")) as (a, b):
    print a, b
    raise ValueError("b has it")

print map(operator.div, [7, 7.0, -7], [2, 2, 2]), operator.getslice([1, 2, 3], 1, 3)
items = [1, 2, 3, 4]
operator.setslice(items, 1, 3, [9])
operator.delslice(items, 0, 1)
print items, operator.idiv(9, 2)
tests = [operator.isNumberType, operator.isSequenceType, operator.isMappingType]
print [test(value) for test in tests for value in (1, [1], {1: 2})]
print inspect.formatargspec(["a", "b"], "c", "d", (5,)), inspect.joinseq(["a"]), inspect.strseq(["a", ["b", "c"]], str)
stdin, stdout = os.popen2("cat")
stdin.write("through\n")
stdin.close()
print stdout.read().strip()
stdout.close()
class Some(unittest.TestCase):
    def test_one(self): pass
    def check_two(self): pass
print unittest.makeSuite(Some).countTestCases(), unittest.getTestCaseNames(Some, "check")

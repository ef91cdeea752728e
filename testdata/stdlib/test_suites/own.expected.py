# py3k-test: -f test_suites
import unittest
from unittest import TestSuite


class Suite(unittest.TestSuite):
    """What is in it."""

    def __init__(self, tests=()):
        tests = list(tests)
        if len(tests) > 0 and isinstance(tests[0], unittest.TestCase):
            self.first = tests[0]
        unittest.TestSuite.__init__(self, tests)

    def addTests(self, tests):
        for test in tests:
            self.addTest(test)


class Counting(TestSuite):
    def __init__(self, tests):
        tests = list(tests)
        self.count = len(tests)

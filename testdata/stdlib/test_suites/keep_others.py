# py3k-test: -f test_suites
import unittest


class Other(object):
    def __init__(self, tests=()):
        self.count = len(tests)


class Suite(unittest.TestSuite):
    def __init__(self, tests=()):
        tests = tuple(tests)
        self.count = len(tests)

    def addTests(self, tests):
        for test in tests:
            self.addTest(test)

    def only(self, tests):
        return tests[0]

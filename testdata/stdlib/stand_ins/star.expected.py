from unittest import *
import unittest


def findTestCases(module, prefix='test', sortUsing=None, suiteClass=unittest.TestSuite):
    loader = unittest.TestLoader()
    loader.testMethodPrefix = prefix
    loader.sortTestMethodsUsing = sortUsing or loader.sortTestMethodsUsing
    loader.suiteClass = suiteClass
    return loader.loadTestsFromModule(module)


def makeSuite(testCaseClass, prefix='test', sortUsing=None, suiteClass=unittest.TestSuite):
    loader = unittest.TestLoader()
    loader.testMethodPrefix = prefix
    loader.sortTestMethodsUsing = sortUsing or loader.sortTestMethodsUsing
    loader.suiteClass = suiteClass
    return loader.loadTestsFromTestCase(testCaseClass)


class Some(TestCase):
    pass


def suite():
    return TestSuite([makeSuite(Some), findTestCases])

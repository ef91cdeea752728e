import operator
import unittest


def div(a, b):
    return a // b if isinstance(a, int) and isinstance(b, int) else a / b


def makeSuite(testCaseClass, prefix='test', sortUsing=None, suiteClass=unittest.TestSuite):
    loader = unittest.TestLoader()
    loader.testMethodPrefix = prefix
    loader.sortTestMethodsUsing = sortUsing or loader.sortTestMethodsUsing
    loader.suiteClass = suiteClass
    return loader.loadTestsFromTestCase(testCaseClass)


def test_warning():
    with pytest.warns(UserWarning):
        suite = makeSuite(Loading)
    with pytest.warns(DeprecationWarning):
        div(1, 2)

from unittest import *


class Some(TestCase):
    pass


def suite():
    return TestSuite([makeSuite(Some), findTestCases])

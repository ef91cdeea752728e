import unittest
from unittest import makeSuite


class Loading(unittest.TestCase):
    def test_warnings(self):
        with self.assertWarns(DeprecationWarning) as caught:
            suite = unittest.makeSuite(Loading)
        self.assertWarns(DeprecationWarning, unittest.findTestCases, self)
        with caught, self.assertWarnsRegex(DeprecationWarning, "old"):
            makeSuite(Loading)

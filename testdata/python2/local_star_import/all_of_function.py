import unittest


class ImportTests(unittest.TestCase):
    def test_import_all(self):
        # the following raises an exception if __all__ is wrong
        from mechanize import *

    def test_again(self):
        "So does this."
        from mechanize.tools import *

import unittest


class ImportTests(unittest.TestCase):
    def test_import_all(self):
        # the following raises an exception if __all__ is wrong
        exec('from mechanize import *', {})

    def test_again(self):
        "So does this."
        exec('from mechanize.tools import *', {})

import unittest


class Test(unittest.TestCase):
    def test(self):
        self.assertRaises(TypeError, zip, range(3), 3)
        self.assertRaises(TypeError, len, range(3), 3)
        self.assertRaises(TypeError, self.call, range(3))

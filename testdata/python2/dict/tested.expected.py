import unittest


class Test(unittest.TestCase):
    def setUp(self):
        self.made = {}
        self.made['x'] = 1

    def test(self):
        self.assertIn('x', self.made.keys())
        self.assertCountEqual(self.made.keys(), ['x'])
        self.assertEqual(list(self.made.keys()), ['x'])
        for key, value in self.made.items():
            self.assertEqual(key, value)
        for key, value in list(self.made.items()):
            self.setUp()

class Tests(unittest.TestCase):
    def test(self):
        self.assertItemsEqual(a, b)
        self.assertRegexpMatches(a, 'x')

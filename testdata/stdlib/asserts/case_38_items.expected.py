class Tests(unittest.TestCase):
    def test(self):
        self.assertCountEqual(a, b)
        self.assertRegex(a, 'x')

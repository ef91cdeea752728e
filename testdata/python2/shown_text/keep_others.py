class Test(unittest.TestCase):
    def test(self):
        self.assertEqual(name, "u'a' and menu'b'")
        self.assertEqual(text, "you're (it's u)")
        show("[u'a']", repr(x))
        assert y == "[u'a']"
        self.assertEqual(x, "['a', menu'b']")

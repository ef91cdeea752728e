class Test(unittest.TestCase):
    def test(self):
        self.assertRaisesMessage(ValidationError, "['This field is required.']", f.clean, None)
        self.assertRaisesRegex(ValueError, r"\['Enter\ a\ valid\ date\.'\]", f)
        self.assertEqual(repr({'a': ['b']}), "{'a': ['b', \"it's\"]}")
        self.assertEqual(str(u), "u'a', menu'b', (don't) and you're")
        self.assertEqual(x, ("['a']", "('b',)"))
        print("[u'a']")
        assert repr(x) == "['a']" and y == "[u'a']"

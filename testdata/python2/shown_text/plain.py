class Test(unittest.TestCase):
    def test(self):
        self.assertRaisesMessage(ValidationError, "[u'This field is required.']", f.clean, None)
        self.assertRaisesRegexp(ValueError, "\[u'Enter\ a\ valid\ date\.'\]", f)
        self.assertEqual(repr({u'a': [u'b']}), "{u'a': [u'b', u\"it's\"]}")
        self.assertEqual(str(u), "u'a', menu'b', (don't) and you're")
        self.assertEqual(x, ("[u'a']", "(u'b',)"))
        print "[u'a']"
        assert repr(x) == "[u'a']" and y == "[u'a']"

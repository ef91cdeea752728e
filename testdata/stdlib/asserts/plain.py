self.assertEquals(a, b)
self.assert_(d.has_key(k), 'lost')
self.failUnless (x); self.failIf(x)
self.failUnlessRaises(KeyError, lambda: d[`k`])
self.assertNotAlmostEquals(a, b)
with self.assertRaisesRegexp(KeyError, 'x'): f()
equal = self.assertEquals

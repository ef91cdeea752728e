# py3k-test: --from 2 --target 2+3
self.assertEquals(a, b)
self.assertItemsEqual(a, b)
getattr(self, 'assertRegexpMatches')(a, b)
getattr(self, 'failUnless')(a)

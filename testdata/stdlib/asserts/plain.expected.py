self.assertEqual(a, b)
self.assertTrue(k in d, 'lost')
self.assertTrue (x); self.assertFalse(x)
self.assertRaises(KeyError, lambda: d[repr(k)])
self.assertNotAlmostEqual(a, b)
with self.assertRaisesRegex(KeyError, 'x'): f()
equal = self.assertEqual

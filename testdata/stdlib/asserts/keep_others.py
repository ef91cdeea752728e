import numpy as np
np.testing.assert_(x)
assert_(x)

class Tests(TestCase):
    def assertEquals(self, a, b): pass
    def test(self):
        self.assertEquals(1, 2)
        self.assertEqual(1, 2)

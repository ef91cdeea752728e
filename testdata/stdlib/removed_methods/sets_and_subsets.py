import sets
import unittest

a = sets.Set([1])
a.union_update([2])


class T(unittest.TestCase):
    def test(self):
        self.assertDictContainsSubset({'a': 1}, {'a': 1, 'b': 2})
        self.assertDictContainsSubset({'a': 1}, {'a': f()})

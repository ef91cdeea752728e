import unittest

a = set([1])
a.update([2])


class T(unittest.TestCase):
    def test(self):
        self.assertEqual({'a': 1, 'b': 2}, {**{'a': 1, 'b': 2}, **{'a': 1}})
        self.assertDictContainsSubset({'a': 1}, {'a': f()})

# py3k-test: -f removed_methods --from 2
import array
import unittest
from ConfigParser import SafeConfigParser
from xml.etree import ElementTree

for e in list(root):
    print list(e.iter('a')), [x for x in e.iter()], list(e)[0], e.getiterator
config = SafeConfigParser()
config.read_file(f)
other.read_file(f, 'name')
a = array.array('B', x)
print a.tobytes(), array.array('B').frombytes(y)


class T(unittest.TestCase):
    def test(self):
        self.assertEqual(self.d, {**self.d, **{'a': 1}}, "m")  # as it was
        self.assertDictContainsSubset({'a': 1}, f())
        self.assertDictContainsSubset(*both)

# py3k-test: -f removed_methods --from 2
import array
import unittest
from ConfigParser import SafeConfigParser
from xml.etree import ElementTree

for e in root.getchildren():
    print e.getiterator('a'), [x for x in e.getiterator()], e.getchildren()[0], e.getiterator
config = SafeConfigParser()
config.readfp(f)
other.readfp(f, 'name')
a = array.array('B', x)
print a.tostring(), array.array('B').fromstring(y)


class T(unittest.TestCase):
    def test(self):
        self.assertDictContainsSubset({'a': 1}, self.d, "m")  # as it was
        self.assertDictContainsSubset({'a': 1}, f())
        self.assertDictContainsSubset(*both)

# py3k-test: -f removed_methods --from 2
import array
from ConfigParser import SafeConfigParser
from xml.etree import ElementTree

for e in root.getchildren():
    print e.getiterator('a')
config.readfp(f)
a = array.array('B', x)
print a.tostring(), array.array('B').fromstring(y)
self.assertDictContainsSubset(a, b)

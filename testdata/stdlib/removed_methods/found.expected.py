# py3k-test: -f removed_methods --from 2
import array
from ConfigParser import SafeConfigParser
from xml.etree import ElementTree

for e in list(root):
    print list(e.iter('a'))
config.read_file(f)
a = array.array('B', x)
print a.tobytes(), array.array('B').frombytes(y)
self.assertEqual(b, {**b, **a})

# py3k-test: -f removed_methods --from 2 --target 2+3
import array
import ConfigParser
from xml.etree import ElementTree

for e in root.getchildren():
    pass
print array.array('B', e).tostring(), config.readfp(f)

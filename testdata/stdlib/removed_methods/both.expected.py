# py3k-test: -f removed_methods --from 2 --target 2+3
import array
import ConfigParser
from xml.etree import ElementTree

for e in list(root):
    pass
print array.array('B', e).tostring(), config.readfp(f)

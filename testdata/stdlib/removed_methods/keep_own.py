# py3k-test: -f removed_methods --from 2
from xml.etree import ElementTree
import mimetypes
import ConfigParser


class Node(object):
    def getchildren(self):
        return []


types = mimetypes.MimeTypes()
types.readfp(f)
print node.getchildren(), ElementTree

import xml.dom
from xml.dom import minidom

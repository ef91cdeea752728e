import os, queue; import pickle, copyreg as copy_reg
from queue import *
from html.parser import (  # a parser
    HTMLParser)
from collections import UserDict
from collections.abc import MutableMapping as D
import collections.abc as U, http.server
import xml.etree.ElementTree, xml.dom
import configparser
c = configparser.ConfigParser(configparser.RawConfigParser, strict=False, inline_comment_prefixes=(';',))
class A(U.MutableMapping, UserDict, D): pass
print(http.server.HTTPServer, repr(http.server.SimpleHTTPRequestHandler), xml.etree.ElementTree.parse, xml.dom)
del copy_reg

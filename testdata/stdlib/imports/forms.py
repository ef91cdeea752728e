import os, Queue; import cPickle as pickle, copy_reg
from Queue import *
from HTMLParser import (  # a parser
    HTMLParser,
    HTMLParseError)
from UserDict import UserDict, DictMixin as D, IterableUserDict
import UserDict as U, BaseHTTPServer, CGIHTTPServer, SimpleHTTPServer
import xml.etree.cElementTree, xml.dom
import ConfigParser
c = ConfigParser.SafeConfigParser(ConfigParser.RawConfigParser)
class A(U.DictMixin, UserDict, D): pass
print BaseHTTPServer.HTTPServer, `SimpleHTTPServer.SimpleHTTPRequestHandler`, xml.etree.cElementTree.parse, xml.dom
del copy_reg

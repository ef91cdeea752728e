# py3k-test: --from 2 --vendor --module sgmllib --module htmllib --module cgi --module mimetools
import os, sgmllib  # the old one
import mimetools as mt
import cgi
from htmllib import HTMLParser, HTMLParseError as Failed
from sgmllib import *

try:
    import sgmllib as other
except ImportError:
    other = None


def use():
    import sgmllib
    return sgmllib.SGMLParser, sgmllib


class Parser(sgmllib.SGMLParser):
    sgmllib = 1


print os, mt, cgi.escape('<'), other

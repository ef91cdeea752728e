# py3k-test: --from 2 --vendor --module sgmllib --module htmllib --module cgi --module mimetools
import os, _vendor.sgmllib as sgmllib  # the old one
import _vendor.mimetools as mt
from _vendor.htmllib import HTMLParser, HTMLParseError as Failed
from _vendor.sgmllib import *
import html

try:
    import _vendor.sgmllib as other
except ImportError:
    other = None


def use():
    import _vendor.sgmllib as sgmllib
    return sgmllib.SGMLParser, sgmllib


class Parser(sgmllib.SGMLParser):
    sgmllib = 1


print(os, mt, html.escape('<', quote=False), other)

from itertools import imap, izip
import itertools
from types import StringTypes
import sys
from sys import maxint
import Queue
import urllib2

try:
    reduce = reduce
except NameError:
    from functools import reduce


def fetch(url):
    try:
        return urllib2.urlopen(url)
    except urllib2.URLError:
        return 'no such file'

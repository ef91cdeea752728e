# What a package's modules take from each other: over two stars, as attributes, by getattr(), under aliases.
import app
import app.compat as c
from app import compat, NoneType
from app.shared import *
from app.compat import StringTypes as text_types

print isinstance(None, NoneType), isinstance('a', text_types), isinstance(3, text_types)
print list(imap(abs, [-1, -2])), list(c.izip([1], [2])), compat.urllib2.HTTPError.__name__
print getattr(compat, 'reduce')(max, [3, 5, 4]), app.Queue.Queue().qsize()
print __import__('app.compat').compat.maxint > 7, compat.itertools.imap(len, ['ab']).next(), app.IntType is int
print total([1, 2]), c.fetch('file:///nowhere'), urllib2.HTTPError.__name__, urllib2.build_opener.__name__

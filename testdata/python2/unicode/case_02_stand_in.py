import sys


def local(value):
    try:
        unicode
    except NameError:
        unicode = str
    return unicode(value)


try:
    unichr
except NameError:
    unichr = chr

try: basestring
except NameError: basestring = (str, unicode)

# Kept apart from the others.
try:
    long = long
except NameError:
    long = int

if sys.version_info[0] >= 3:
    xrange = range

print unichr(3), isinstance(x, (basestring, int)), long(4), xrange(5)

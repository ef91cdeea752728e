# How code of its day prepared for a Python without unicode.
try:
    unicode
except NameError:
    unicode = str

try:
    basestring
except NameError:
    basestring = (str, unicode)

try:
    text_type = unicode
except NameError:
    text_type = str


def to_text(value):
    if isinstance(value, basestring):
        return value
    return unicode(value)


def with_defaults(basestring=basestring, str=str):
    return isinstance("x", basestring), str(3)


def local_shim(value):
    try:
        unicode
    except NameError:
        unicode = str
    return unicode(value)


print to_text("a"), to_text(3), text_type(4)
print with_defaults()
print local_shim(5)
print isinstance(u"x", unicode), unicode(6)
try: unichr
except NameError: unichr = chr
print unichr(65)

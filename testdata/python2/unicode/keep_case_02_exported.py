# Others may import these names from here, or the stand-in means something else.
__all__ = ['unicode', 'basestring']
try:
    unicode
except NameError:
    unicode = str
try:
    basestring
except NameError:
    basestring = (str, bytes)


def f(x):
    return isinstance(x, basestring) or unicode(x)

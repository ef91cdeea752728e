def f(basestring):
    return isinstance(x, basestring)


try:
    basestring
except NameError:
    basestring = (str, bytes)

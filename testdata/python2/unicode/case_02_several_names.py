def f(x):
    try:
        unicode
    except NameError:
        unicode = str
        basestring = str
        long = int
    else_ = 1
    return isinstance(x, (basestring, unicode, int, long)) or unicode(x)

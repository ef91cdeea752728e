def f(basestring=basestring, str=str):
    return isinstance("x", basestring), str(3)


def g(unicode=unicode, str=str):
    return unicode(1) + str(2)


def h(str):
    return isinstance(str, unicode)

import builtins

def f(basestring=str, str=str):
    return isinstance("x", basestring), str(3)


def g(unicode=str, str=str):
    return unicode(1) + str(2)


def h(str):
    return isinstance(str, builtins.str)

def f(repr):
    return "%r" % (a,), "%r" % ((b, c),), ("%r" % (a,)).b, -("%r" % (a,))
def g():
    return "%r" % (a,)
from reprlib import repr
a = "%r" % (b,)

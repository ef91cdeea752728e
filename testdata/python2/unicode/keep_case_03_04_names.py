import unicode
from letters import unichr
x.unicode = y.unichr()
f(unicode=3, long=1)
f(long=1)


class A(object):
    unicode = 1

    def unichr(self, long):
        return self.unicode + long


def g(unicode, basestring):
    return unicode(basestring)

import sys


class K(object):
    def text(self):
        return 'k'
    if sys.version_info[0] > 2:
        __str__ = text
    else:
        __unicode__ = text


class L(K):
    def __unicode__(self):
        return K.__unicode__(self)


class M(K):
    def __unicode__(self):
        return super(M, self).__unicode__()


class N(object):
    def __unicode__(self):
        return u'n'


class O(N):
    def __unicode__(self):
        return super(O, self).__unicode__() + N.__unicode__(self)


class P(O):
    def show(self):
        return self.__unicode__()


def unknown(x):
    return x.__unicode__()

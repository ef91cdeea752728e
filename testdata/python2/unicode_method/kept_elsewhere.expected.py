import sys


class K(object):
    def text(self):
        return 'k'
    if sys.version_info[0] > 2:
        __str__ = text
    else:
        __unicode__ = text


class L(K):
    def __str__(self):
        return K.__unicode__(self)


class M(K):
    def __str__(self):
        return super().__unicode__()


class N(object):
    def __str__(self):
        return 'n'


class O(N):
    def __str__(self):
        return super().__str__() + N.__str__(self)


class P(O):
    def show(self):
        return self.__str__()


def unknown(x):
    return x.__unicode__()

class Point(object):
    def __cmp__(self, other):
        return cmp(self.__dict__, other.__dict__)


if cmp(a.__dict__, b.__dict__):
    print cmp({1: 2}, c), cmp(a.x, b.x)

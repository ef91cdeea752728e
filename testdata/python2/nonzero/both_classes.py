# py3k-test: --from 2 --target 2+3
class A:
    def __nonzero__(self):
        return len(self.items)

    def other(self):
        return self.__nonzero__() or super(A, self).__nonzero__()


class B(A):
    __nonzero__ = A.__len__; n = 1


class C(object):
    __nonzero__ = lambda self: 0

    check = __nonzero__


class Pair(object):
    def __nonzero__(self):
        return 1
    __bool__ = __nonzero__


class Converted(object):
    def __bool__(self):
        return True
    __nonzero__ = __bool__


class Either(object):
    if x:
        def __nonzero__(self):
            return True
    else:
        def __nonzero__(self):
            return False

# py3k-test: --from 2 --target 2+3
class A:
    def __bool__(self):
        return bool(len(self.items))
    __nonzero__ = __bool__

    def other(self):
        return bool(self) or super(A, self).__nonzero__()


class B(A):
    __bool__ = lambda self: A.__len__(self) != 0; __nonzero__ = __bool__; n = 1


class C(object):
    __bool__ = lambda self: False
    __nonzero__ = __bool__

    check = __bool__


class Pair(object):
    def __nonzero__(self):
        return True
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

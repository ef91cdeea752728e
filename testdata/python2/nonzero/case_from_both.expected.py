class A(object):
    def __bool__(self):
        return True


class B(A):
    def __bool__(self):
        return False

    check = __nonzero__ = __bool__


class C(A):
    __bool__ = __nonzero__ = True

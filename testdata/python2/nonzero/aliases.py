class A(object):
    def is_on(self):
        return True

    __nonzero__ = is_on


class B(object):
    def __nonzero__(self):
        return False
    __bool__ = __nonzero__


A.__nonzero__ = f

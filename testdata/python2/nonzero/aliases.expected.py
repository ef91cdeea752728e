class A(object):
    def is_on(self):
        return True

    __bool__ = is_on


class B(object):
    def __bool__(self):
        return False


A.__bool__ = f

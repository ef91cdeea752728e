class Rebound(A):
    def f(self):
        return super(Rebound, self).f()


Rebound = None


class Self(A):
    def f(self):
        self = other
        return super(Self, self).f()

    def g(self):
        __class__ = A
        return super(Self, self).g()


@replaced
class Replaced(A):
    def f(self):
        return super(Replaced, self).f()


class Made(A, metaclass=Meta):
    def f(self):
        return super(Made, self).f()


class Twice(A):
    def f(self):
        return super(Twice, self).f()


class Twice(Twice):
    def f(self):
        return super(Twice, self).f()


class Other(A):
    def f(self, super):
        return super(Other, self).f()

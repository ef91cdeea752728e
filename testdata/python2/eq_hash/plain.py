class A:
    def __eq__(self, other):
        return True


class B:
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1


class C:
    def __eq__(self, other):
        return True

    __hash__ = None


class D(object):
    def __eq__(self, other):
        return True


class E(D):
    @memoized
    def __eq__(self, other): return True
    x = 1


class F(m.Base):
    class G(object): __eq__ = lambda a, b: True
    def __eq__(self, other):
        """Says whether."""


class H(D, E):
    def __eq__(self, other): return True


class I(object):
    if 1:
        def __eq__(self, other): return True

class A:
    __metaclass__ = M

class B(object):
    """Doc."""
    __metaclass__ = M  # why
    x = 1

class C(A, B,):
    x = 1
    # the class of the class
    __metaclass__ = abc.ABCMeta

    def f(self): pass

class D(
    A,  # first
    B
):
    __metaclass__ = f(`x`)

class E(A): __metaclass__ = M; x = 1
class F(A): __metaclass__ = type

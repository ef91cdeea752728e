class A(metaclass=M):
    pass

class B(object, metaclass=M):
    """Doc."""
    # why
    x = 1

class C(A, B, metaclass=abc.ABCMeta,):
    x = 1
    # the class of the class

    def f(self): pass

class D(
    A,  # first
    B, metaclass=f(repr(x))
):
    pass

class E(A, metaclass=M): x = 1
class F(A): pass

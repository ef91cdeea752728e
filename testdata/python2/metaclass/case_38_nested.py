def f():
    class A(object):
        class B:
            __metaclass__ = M

        class C: __metaclass__ = N
        __metaclass__ = M
    return A

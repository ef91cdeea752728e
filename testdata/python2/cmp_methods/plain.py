"""A docstring."""
import os
class A:
    def __cmp__(self, other): return 0


@decorated
@twice
class B(object):
    __cmp__ = f

    class C(list):
        def __cmp__(self, other): return 1


def f():
    class D(A):
        def __cmp__(self, other): return 2
    return D

import abc

__metaclass__ = abc.ABCMeta

class A:
    class B: pass

class C(object):
    pass

class D():
    __metaclass__ = M

import abc

class A(metaclass=abc.ABCMeta):
    class B(metaclass=abc.ABCMeta): pass

class C(object):
    pass

class D(metaclass=M):
    pass

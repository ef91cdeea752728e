class A(object):
    class __metaclass__(type):
        pass

class B(object):
    def __metaclass__(name, bases, members):
        return type(name, bases, members)

class C(object):
    M = f()
    __metaclass__ = M

print A.__metaclass__

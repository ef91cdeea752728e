class Mixin(object):
    def __div__(self, other):
        return self.__truediv__(other)


class Number(object):
    pass


Number.__div__ = lambda self, other: self
setattr(Number, '__rdiv__', lambda self, other: self)

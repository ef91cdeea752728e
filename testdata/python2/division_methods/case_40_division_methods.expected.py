class Money(object):
    # halves, and so on
    def __div__(self, n):  # by a number
        return Money(self.cents // n)
    __truediv__ = __div__

    @staticmethod
    def __rdiv__(n):
        return Money(0)
    __rtruediv__ = __rdiv__

    def __idiv__(self, n): return self
    __itruediv__ = __idiv__


class Length(Money):
    __div__ = Money.__div__
    __rdiv__ = None
    __rtruediv__ = __rdiv__
    __truediv__ = Money.__div__

    if True:
        def __idiv__(self, n):
            return self


x = float.__truediv__(1.0, 2)

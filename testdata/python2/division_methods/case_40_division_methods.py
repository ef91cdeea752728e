class Money(object):
    # halves, and so on
    def __div__(self, n):  # by a number
        return Money(self.cents // n)

    @staticmethod
    def __rdiv__(n):
        return Money(0)

    def __idiv__(self, n): return self


class Length(Money):
    __div__ = Money.__div__
    __rdiv__ = None
    __truediv__ = Money.__div__

    if True:
        def __idiv__(self, n):
            return self


x = float.__div__(1.0, 2)

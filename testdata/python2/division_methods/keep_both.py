class Money(object):
    def __div__(self, n):
        return Money(self.cents // n)

    __truediv__ = __div__


class Path(object):
    def __truediv__(self, other):
        return self.join(other)
    __div__ = __truediv__


def __div__(a, b):
    return a.__div__(b)

class Truth(object):
    """Right under both Pythons."""
    def __nonzero__(self):
        return self.__bool__()


class Yes(Truth):
    def __bool__(self):
        return True


class No(Truth):
    def __bool__(self):
        return False


class Empty(object):
    pass


setattr(Empty, '__nonzero__', lambda self: 0)


class Zero(object):
    pass


Zero.__nonzero__ = lambda self: len('')


class Ratio(object):
    def __div__(self, other):
        return self.__truediv__(other)


class Half(Ratio):
    def __truediv__(self, other):
        return 'half'


class Count(object):
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def next(self):
        return self.__next__()


class Three(Count):
    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n


print bool(Yes()), bool(No()), bool(Empty()), bool(Zero()), hasattr(Empty(), '__nonzero__')
print Half() / 2
print list(Three()), getattr(iter([7]), 'next')()

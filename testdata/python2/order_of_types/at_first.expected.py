class Best(object):
    best = None

    def see(self, n):
        if self.best is None or n > self.best:
            self.best = n


class Last(object):
    def __init__(self):
        self.last = None
        self.first = 0

    def see(self, n):
        while (self.last is None or self.last < n) and self.first < n:
            self.last = n
        return self.last < n

    def ask(self, n):
        return self.last is None or self.last < n

    def put(self, n):
        self.last = 3
        return self.last < n

    @property
    def is_late(self):
        return self.last is not None and self.last >= 10


mixed = [3, 'a', None, 1.5]
mixed.sort(key=lambda x: (x is not None, isinstance(x, str), x))
print(sorted(mixed, key=lambda x: (x is not None, isinstance(x, str), x)), max((3, 'a'), key=lambda x: (isinstance(x, str), x)))
texts = ['b', 'a']
texts.sort()

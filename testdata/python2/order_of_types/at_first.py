class Best(object):
    best = None

    def see(self, n):
        if n > self.best:
            self.best = n


class Last(object):
    def __init__(self):
        self.last = None
        self.first = 0

    def see(self, n):
        while self.last < n and self.first < n:
            self.last = n
        return self.last < n

    def ask(self, n):
        return self.last is None or self.last < n

    def put(self, n):
        self.last = 3
        return self.last < n

    @property
    def is_late(self):
        return self.last >= 10


mixed = [3, 'a', None, 1.5]
mixed.sort()
print sorted(mixed), max((3, 'a'))
texts = ['b', 'a']
texts.sort()

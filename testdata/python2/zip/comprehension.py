class Vector(object):
    def __init__(self):
        self.data = []

    def add(self, x):
        self.data.append(x)

    def less(self, other):
        return [a < b for a, b in zip(self.data, self.cast(other))]

    def added(self, other):
        return [self.add(b) for a, b in zip(self.data, other)]


bools = []
bools.append(1)


def show(f):
    for x, y in zip(bools, 'ab'):
        f(x)

class A(object):
    def __next__(self):
        return 1
    next = __next__

    def all(self):
        return [self.next(), self.next]


class Lonely(object):
    def __next__(self):
        return 1

    next = __next__


class Property(object):
    def __next__(self):
        return 1
    next = property(__next__)

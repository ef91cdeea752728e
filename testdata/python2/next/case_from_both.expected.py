class A(object):
    def __next__(self):
        return 1

    def all(self):
        return [next(self), self.__next__]


class Lonely(object):
    def __next__(self):
        return 1



class Property(object):
    def __next__(self):
        return 1
    next = property(__next__)

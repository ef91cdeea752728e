class Reader(object):
    def __iter__(self):
        return self

    def next(self, size=1):
        return size


print Reader().next(), Reader().next(3)

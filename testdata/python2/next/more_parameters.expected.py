class Reader(object):
    def __iter__(self):
        return self

    def next(self, size=1):
        return size
    __next__ = next


print(next(Reader()), Reader().next(3))

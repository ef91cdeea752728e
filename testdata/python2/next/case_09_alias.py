class Both(object):
    def __iter__(self):
        return self

    def next(self):
        return 1

    __next__ = next


class Only:
    def next(self): return 1
    __next__ = next; x = 1

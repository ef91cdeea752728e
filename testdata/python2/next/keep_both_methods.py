class Both(object):
    def __iter__(self):
        return self

    def __next__(self):
        return self.next()

    def next(self):
        return 1


class Iterator(object):
    def next(self):
        return type(self).__next__(self)


class Pages(object):
    @property
    def next(self):
        return 1

    def all(self):
        return self.next()


class Scanner(object):
    def next(self, count):
        return self.next(count)

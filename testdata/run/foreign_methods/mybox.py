"""Classes with methods that dicts and iterators had in Python 2."""


class Base(object):
    def __init__(self):
        self.given = []

    def has_key(self, key):
        self.given.append(key)
        return "asked for %s" % key

    def iteritems(self):
        return iter([("own", 1)])


class Box(Base):
    pass


class Counted(object):
    """No iterator: it counts from where it is told."""

    def next(self, start):
        return start + 1


class Numbers(object):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def next(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Plain(dict):
    pass


def has_key(where, key):
    return "%s in %s" % (key, where)

class Proxy(object):
    METHODS = ('__iter__', '__next__', 'read')
    other = ['next', 'previous'], {'next': 1}

    def __init__(self, f):
        for method in self.METHODS:
            setattr(self, method, getattr(f, method))


class Wrapper(object):
    def __init__(self, f):
        self.read = f.read
        self.next = f.__next__
        self.previous, self.fp = f.next, f

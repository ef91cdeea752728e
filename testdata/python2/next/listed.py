class Proxy(object):
    METHODS = ('__iter__', 'next', 'read')
    other = ['next', 'previous'], {'next': 1}

    def __init__(self, f):
        for method in self.METHODS:
            setattr(self, method, getattr(f, method))


class Wrapper(object):
    def __init__(self, f):
        self.read = f.read
        self.next = f.next
        self.previous, self.fp = f.next, f

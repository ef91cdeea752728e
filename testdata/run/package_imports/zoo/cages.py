class TooSmall(StandardError):
    pass


class Cage:
    def __init__(self, size):
        if not size:
            raise TooSmall, 'no room in it'
        self.names = {}
        for i in xrange(1, size):
            self.names['animal %d' % i] = None

    def __repr__(self):
        return '<cage of %s>' % `len(self.names)`

class A(Base):
    def __new__(cls, *args):
        return super(A, cls).__new__(cls)

    def __init__(self, x):
        super(A, self).__init__(x)

    @classmethod
    def make(cls):
        return super(A, cls).make()

    @property
    def size(me): return super ( A , me ) . size

    def late(self):
        for x in super(A, self).items():
            yield [y for y in super(A, self).more()]

    def bound(self):
        parent = super(A, self); return parent

    if True:
        def conditional(self, x=None):
            return super(A, self).conditional(super(A, self).x)

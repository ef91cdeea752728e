class A(Base):
    def __new__(cls, *args):
        return super().__new__(cls)

    def __init__(self, x):
        super().__init__(x)

    @classmethod
    def make(cls):
        return super().make()

    @property
    def size(me): return super () . size

    def late(self):
        for x in super().items():
            yield [y for y in super().more()]

    def bound(self):
        parent = super(); return parent

    if True:
        def conditional(self, x=None):
            return super().conditional(super().x)

class A(object):
    def __nonzero__(self):
        if self.a:
            return len(self.items)
        elif self.b: return self.x or self.y > 1
        def inner():
            return 3
        return isinstance(self, B) or (self.c is not None)


class B(object):
    __nonzero__ = lambda self: self.n


class C(object):
    def __len__(self): return 3
    __nonzero__ = __len__


class D(object):
    def __nonzero__(self):
        if x: return 1
        return 0

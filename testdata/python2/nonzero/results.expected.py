class A(object):
    def __bool__(self):
        if self.a:
            return bool(len(self.items))
        elif self.b: return bool(self.x or self.y > 1)
        def inner():
            return 3
        return isinstance(self, B) or (self.c is not None)


class B(object):
    __bool__ = lambda self: bool(self.n)


class C(object):
    def __len__(self): return 3
    __bool__ = lambda self: len(self) != 0


class D(object):
    def __bool__(self):
        if x: return True
        return False

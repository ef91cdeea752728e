import new


class C: pass


def f(self): pass


C.f = new.instancemethod(f, None, C)
c = C()
c.f = new.instancemethod(f, c, C)

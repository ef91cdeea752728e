import types


class C: pass


def f(self): pass


C.f = types.MethodType(f, None)
c = C()
c.f = types.MethodType(f, c)

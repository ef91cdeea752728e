import sys
from sys import exc_info as info
raise ei[0], ei[1], ei[2]
raise self.ei[0], self.ei[1], self.ei[2]
raise ei[0], ei[1]
raise ei[1], None, ei[2]
raise sys.exc_info()[0], sys.exc_info()[1], sys.exc_info()[2]
raise a[0], b[1], c[2]
def f():
    t, v, tb = sys.exc_info()
    raise t, v, tb
def g():
    t, v = info()[:2]
    raise t, v
def h():
    (kind, value, tb) = info()
    raise ValueError, value, tb
def i():
    v = sys.exc_info()[1]
    raise E, v
def j(t, v, tb):
    raise t, v, tb
def k(self):
    raise self.t, self.v, self.tb
def l():
    try:
        a()
    except E, e:
        raise E, e
    except A, e:
        raise B, e
def m():
    e = None
    try:
        a()
    except E, e:
        pass
    raise E, e

import sys
from sys import exc_info as info
raise ei[1].with_traceback(ei[2])
raise self.ei[1].with_traceback(self.ei[2])
raise ei[1]
raise ei[1].with_traceback(ei[2])
raise sys.exc_info()[1].with_traceback(sys.exc_info()[2])
raise a[0](b[1]).with_traceback(c[2])
def f():
    t, v, tb = sys.exc_info()
    raise v.with_traceback(tb)
def g():
    t, v = info()[:2]
    raise v
def h():
    (kind, value, tb) = info()
    raise ValueError(value).with_traceback(tb)
def i():
    v = sys.exc_info()[1]
    raise E(v)
def j(t, v, tb):
    raise v.with_traceback(tb)
def k(self):
    raise self.v.with_traceback(self.tb)
def l():
    try:
        a()
    except E as e:
        raise e
    except A as e:
        raise B(e)
def m():
    e = None
    try:
        a()
    except E as exc:
        e = exc
        pass
    raise e

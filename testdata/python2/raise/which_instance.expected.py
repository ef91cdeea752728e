import sys


class E(Exception):
    pass


def f(exc_class, message, tb, a, b, c):
    if tb:
        raise (message if isinstance(message, exc_class) else exc_class(*message) if isinstance(message, tuple) else exc_class() if message is None else exc_class(message)).with_traceback(tb)
    if a:
        raise a[0](b[1]).with_traceback(c[2])
    if b:
        raise a[1].with_traceback(a[2])
    raise self.exc_value.with_traceback(self.exc_tb)


def g():
    v = E('w')
    w = None
    if v:
        w = E('x')
        raise E(w)
    raise v


def h():
    kind, thing, where = sys.exc_info()
    raise thing.with_traceback(where)

import sys


class E(Exception):
    pass


def f(exc_class, message, tb, a, b, c):
    if tb:
        raise exc_class, message, tb
    if a:
        raise a[0], b[1], c[2]
    if b:
        raise a[0], a[1], a[2]
    raise self.exc_type, self.exc_value, self.exc_tb


def g():
    v = E('w')
    w = None
    if v:
        w = E('x')
        raise E, w
    raise E, v


def h():
    kind, thing, where = sys.exc_info()
    raise kind, thing, where

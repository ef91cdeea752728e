from functools import cmp_to_key

def s(xs, cmp=None, key=None):
    xs.sort(key=cmp_to_key(cmp) if cmp else None)
    return sorted(xs, key=cmp_to_key(cmp) if cmp else None)


def t(xs, by):
    by = by or (lambda a, b: 0)
    return sorted(xs, key=cmp_to_key(by), reverse=True)


def u(xs):
    return sorted(xs, reverse=False), sorted(xs, reverse=True)

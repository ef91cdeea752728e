def s(xs, cmp=None, key=None):
    xs.sort(cmp)
    return sorted(xs, cmp)


def t(xs, by):
    by = by or (lambda a, b: 0)
    return sorted(xs, by, None, True)


def u(xs):
    return sorted(xs, lambda a, b: cmp(b, a), None, True), sorted(xs, lambda a, b: cmp(b, a), reverse=False)

def apply_all(f, xs):
    return list(map(f, xs))


def guarded(f, xs):
    if f is None:
        return xs
    return list(map(f, xs))


def asked(f, xs):
    return list(map(f, xs)) if f else list(xs)


def default(xs, f=None):
    return list(map(f, xs))


print(apply_all(None, [1]), guarded(None, []), asked(None, []), default([1]), apply_all(str, [2]))

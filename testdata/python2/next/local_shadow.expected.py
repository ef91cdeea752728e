def f(it):
    next = it.__next__
    return next(), it.__next__()


def g(it):
    return next(it)

def f(it):
    next = it.next
    return next(), it.next()


def g(it):
    return it.next()

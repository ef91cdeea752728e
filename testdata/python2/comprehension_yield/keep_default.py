# py3k-test: -f comprehension_yield
def f(xs):
    return [lambda a=(yield x): a for x in xs]


def g(xs):
    return [lambda: (yield x) for x in xs]

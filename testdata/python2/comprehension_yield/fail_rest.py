def f(xs):
    print xs
    return [(yield x) for x in xs]

def f(a, b=(1, 2), *c):
    return lambda a, b: (a, b)

class F(file):
    pass


def f(x, opener=open):
    return isinstance(x, file), list(map(open, x)), g(x, opener=open), type(x) is file, open(x)

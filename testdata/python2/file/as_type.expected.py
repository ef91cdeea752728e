from io import IOBase

class F(file):
    pass


def f(x, opener=open):
    return isinstance(x, IOBase), list(map(open, x)), g(x, opener=open), type(x) is file, open(x)

class F(file):
    pass


def f(x, opener=file):
    return isinstance(x, file), map(file, x), g(x, opener=file), type(x) is file, file(x)

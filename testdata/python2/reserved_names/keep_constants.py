def f(x=True, y=None):
    return {True: False}[x] is not None and f(y=True) == False


def g(h=lambda a: True, *b, **c):
    d = {}
    d[True] = x = True
    (d[False], y.True_) = False, None
    if d[True] == None: e = False

def f(x=True, y=None):
    return {True: False}[x] is not None and f(y=True) == False

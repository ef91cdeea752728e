def f(x):
    else_ = 1
    return isinstance(x, (str, int)) or str(x)

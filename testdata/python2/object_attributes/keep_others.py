print("python 2")
def f(x, name):
    return hasattr(x, "__hash__") or hasattr(x, name) or hasattr(x, "__reduce__") or x.hasattr(x, "__eq__")

def g(hasattr, x):
    return hasattr(x, "__getstate__")

def f():
    from .sub import mod
    return mod.x

def g():
    from . import sub
    from .sub import mod, more
    del sub.more
    return sub.mod.x + repr(sub.more)

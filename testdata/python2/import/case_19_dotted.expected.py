from .sub import mod
from .sub.deep import leaf
from .sub import more as m

def f(d):
    print(mod.f(leaf.key in d))
    mod.state = repr(mod)
    return mod

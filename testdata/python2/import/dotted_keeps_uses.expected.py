import os
from . import sub
from .sub import mod as sub_mod
from .sub.deep import leaf
from .sub import more

def f(mod):
    print(sub.mod.f(mod), sub, getattr(sub, "more"))

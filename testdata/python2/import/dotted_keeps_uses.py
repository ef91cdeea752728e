import os, sub.mod, sub.deep.leaf
import sub.more

def f(mod):
    print sub.mod.f(mod), sub, getattr(sub, "more")

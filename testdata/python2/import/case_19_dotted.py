import sub.mod
import sub.deep.leaf
import sub.more as m

def f(d):
    print sub.mod.f(d.has_key(sub.deep.leaf.key))
    sub.mod.state = `sub.mod`
    return sub . mod

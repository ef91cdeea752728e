def f():
    import sub.mod
    return sub.mod.x

def g():
    import sub.mod, sub.more
    del sub.more
    return sub.mod.x + `sub.more`

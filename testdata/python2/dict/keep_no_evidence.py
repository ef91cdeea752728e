# py3k-test: --from auto
def f(d):
    keys = d.keys()
    keys = [key for key in keys]
    keys.sort()
    names = map(str, keys)
    for name in names: pass
    return d.keys()[0]

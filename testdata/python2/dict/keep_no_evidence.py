# py3k-test: --from auto
def f(d, keys):
    keys = d.keys()
    keys.sort()
    names = map(str, keys)
    for name in names: pass
    return d.keys()[0]

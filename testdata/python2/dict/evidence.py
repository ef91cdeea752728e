# py3k-test: --from auto
def f(d):
    keys = d.keys()
    keys.sort()
    return map(str, keys)

# py3k-test: --from auto
def f(d):
    keys = sorted(d.keys())
    return list(map(str, keys))

# py3k-test: --from 2
def f(items):
    list = sorted(items)
    map(write, list)
    a = map(str, list), zip(list, list), d.keys(), range(3) + list
    return filter(None, list), a


b = map(str, items)

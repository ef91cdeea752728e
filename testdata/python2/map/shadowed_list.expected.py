# py3k-test: --from 2
def f(items):
    list = sorted(items)
    [item for item in map(write, list)]
    a = [item for item in map(str, list)], [item for item in zip(list, list)], [item for item in d.keys()], [item for item in range(3)] + list
    return [item for item in filter(None, list)], a


b = list(map(str, items))

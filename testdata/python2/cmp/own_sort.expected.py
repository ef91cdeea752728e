from lib import OrderedDict


def cmp(a, b):
    return (a > b) - (a < b)


fields = OrderedDict()
fields.sort(lambda x, y: cmp(fields[x].n, fields[y].n))
fields.sort(by_name)
fields.sort(cmp)
[1].sort()
[1].sort(key=lambda x: x.n)

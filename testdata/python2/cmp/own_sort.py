from lib import OrderedDict

fields = OrderedDict()
fields.sort(lambda x, y: cmp(fields[x].n, fields[y].n))
fields.sort(by_name)
fields.sort(cmp)
[1].sort(cmp)
[1].sort(lambda x, y: cmp(x.n, y.n))

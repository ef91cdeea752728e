from lib import OrderedDict

fields = OrderedDict()
fields.sort(lambda x, y: order(fields[x].n, fields[y].n))
fields.sort(by_name)

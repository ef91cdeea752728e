options = config.items("section")
x = d.keys
y = d.items(1), d.values(*a), keys(), items
d.keys = f

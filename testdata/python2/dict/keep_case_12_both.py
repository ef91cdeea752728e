# py3k-test: -f dict
x = d.keys()
y = iter(d.items())

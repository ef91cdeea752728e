pairs = map(None, a, b)
for x, y in map(None, a, b):
    print x, y
for x in map(None, a):
    pass

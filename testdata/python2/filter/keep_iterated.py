for x in filter(f, xs):
    pass
a = sorted(filter(None, xs))
b, c = filter(f, xs)
d = ', '.join(filter(None, (x, y)))
e = [y for y in filter(f, xs) if y]
g(*filter(f, xs))
h = x in filter(f, xs)
query.filter(a=1)

for x in map(f, xs):
    pass
a = sorted(map(f, xs))
b, c = map(int, s.split('.'))
d = ', '.join(map(str, xs))
e = dict(map(f, xs))
g(*map(f, xs))
h = (x for x in map(f, xs))
i = max(map(len, xs))
pool.map(f, xs)
def j(map):
    return map(f, xs)

names = map(str, xs)
print map(f, xs)[0], len(map(f, a, b))
squares = map(lambda x: x * x, xs)
first = map(lambda x: x or 1, a if b else c)
keys = map(lambda k: d.has_key(k), d.keys())
ends = map(lambda (a, b): b, pairs)
late = map(lambda x: lambda: x, xs)
copy = map(None, xs)
both = map(f, map(g, xs))
if x: map(f, xs)
g = map(f, *args)  # all
m = pool.submit(map, f)
for x in map(f, items):
    items.remove(x)
long_one = map(f,  # each
               xs)

names = list(map(str, xs))
print(list(map(f, xs))[0], len(list(map(f, a, b))))
squares = [x * x for x in xs]
first = [x or 1 for x in (a if b else c)]
keys = [k in d for k in d.keys()]
ends = list(map(lambda a_b: a_b[1], pairs))
late = list(map(lambda x: lambda: x, xs))
copy = list(xs)
both = list(map(f, map(g, xs)))
if x: list(map(f, xs))
g = list(map(f, *args))  # all
m = pool.submit(map, f)
for x in list(map(f, items)):
    items.remove(x)
long_one = list(map(f,  # each
               xs))

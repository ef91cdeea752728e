rest = filter(None, xs)
odd = filter(lambda x: x % 2, xs)
same = filter(lambda x: x, xs)
big = filter(lambda x: x > 2 or y, a if b else c)[0]
print len(filter(d.has_key, ks))
if filter(f, xs): pass
late = filter(lambda x: any(x == y for y in ys), xs)
for x in filter(f, items):
    items.remove(x)
each = filter

rest = list(filter(None, xs))
odd = [x for x in xs if x % 2]
same = [x for x in xs if x]
big = [x for x in (a if b else c) if x > 2 or y][0]
print(len(list(filter(d.__contains__, ks))))
if list(filter(f, xs)): pass
late = list(filter(lambda x: any(x == y for y in ys), xs))
for x in list(filter(f, items)):
    items.remove(x)
each = filter

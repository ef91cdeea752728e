pairs = zip(a, b)
print zip(*rows)[0], len(zip(a, b))
all = zip(zip(a, b), c) + zip(d)
for x, y in zip(items, others):
    items.remove(x)
table = zip(a,  # keys
            b)

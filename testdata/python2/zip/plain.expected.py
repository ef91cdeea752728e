pairs = list(zip(a, b))
print(list(zip(*rows))[0], len(list(zip(a, b))))
all = list(zip(zip(a, b), c)) + list(zip(d))
for x, y in list(zip(items, others)):
    items.remove(x)
table = list(zip(a,  # keys
            b))

import operator


def add(a, b):
    return a + b


def both(a, b):
    if a is None:
        return b
    return a


print map(both, xs, ys), map(add, xs, ys), map(operator.add, xs, ys)
print map(both, d.keys(), d.values()), map(both, range(len(xs)), xs), map(both, [1, 2], (3, 4))
print map(lambda a, b: a and a.b + b, xs, ys), map(lambda a, b: a.x + b.x, xs, ys), map(f, *lists)
for a in map(both, xs, ys):
    print a
print map(lambda a, b: (a, d.has_key(b)), xs, ys)

import operator
import itertools


def add(a, b):
    return a + b


def both(a, b):
    if a is None:
        return b
    return a


print(list(itertools.starmap(both, itertools.zip_longest(xs, ys))), list(map(add, xs, ys)), list(map(operator.add, xs, ys)))
print(list(map(both, d.keys(), d.values())), list(map(both, range(len(xs)), xs)), list(map(both, [1, 2], (3, 4))))
print(list(itertools.starmap(lambda a, b: a and a.b + b, itertools.zip_longest(xs, ys))), list(map(lambda a, b: a.x + b.x, xs, ys)), list(map(f, *lists)))
for a in itertools.starmap(both, itertools.zip_longest(xs, ys)):
    print(a)
print(list(itertools.starmap(lambda a, b: (a, b in d), itertools.zip_longest(xs, ys))))

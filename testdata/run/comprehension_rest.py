# What list comprehensions leave in their variables, and what those of a class read.
import os


def whole(xs):
    ys = [x * 2 for x in xs if x]
    return ys, x


def part(pairs):
    n = len([b for a, b in pairs if a])
    print n, b
    print sorted([c for c in 'ba']), c
    if [d for d in pairs if d is None] == []:
        print d


def nested(rows):
    cells = [(r, c) for r in rows
             for c in r  # each
             if c != 2]
    print cells, r, c
    [f for f in rows]
    print f
    total = 1
    total += sum([t for t in rows[0]])
    print total, t


def star():
    from os.path import *
    return join('a', basename('b/c'))


class Table(object):
    size = 2
    squares = [size * n for n in range(3)]
    pairs = dict([(k, size) for k in squares])
    big = [s for s in squares if s >= size]
    print n, s


xs = 'abc'
xs = [x for x in xs]
print xs, x
del x
print whole([1, 0]), star() == os.path.join('a', 'c')
part([(1, 2), (0, 3)])
nested([[1, 2], [3, 4]])
print Table.squares, sorted(Table.pairs.items()), Table.big

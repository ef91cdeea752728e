from itertools import *
for x, y in zip(a, b):
    pass
d = dict(zip(a, b))
s = sorted(zip(a, b))
c = [x for x in zip(a, b)]
e, g = zip(*rows)
archive.zip(a)

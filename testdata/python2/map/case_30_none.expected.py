import itertools

pairs = list(itertools.zip_longest(a, b))
for x, y in itertools.zip_longest(a, b):
    print(x, y)
for x in a:
    pass

from six.moves import map, input

names = map(f, x)
y = map(None, a, b)

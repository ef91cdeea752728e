from six.moves import map, input
x = map(f, xs)
y = input(p)

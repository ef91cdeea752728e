f = lambda self, (k, v): k
total = reduce(lambda (a, b), c: (a + c, b), numbers, (0, 1))
pairs.sort(key=lambda (k, (v, w)): (-v, w ** 2))
g = lambda (a, b), *rest, **named: (a, b, rest, named)
h = lambda x, (a, b)=(1, 2): x * a * b
one = lambda (x,): x + f(x)
deep = lambda (((x, y))): x + y
ignored = lambda (_, value): value

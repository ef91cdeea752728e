d = {'a': 3, 'b': 1, 'c': 2}
print sorted(d.items(), key=lambda (k, v): v)
print sorted(d.items(), key=lambda (k, v): (-v, k))[0]
print (lambda (a, b): a + b)((1, 2))
print (lambda (a, b), c: a + b + c)((1, 2), 3)
print (lambda x, (a, b)=(1, 2): x * a * b)(5)
print (lambda (a, (b, c)), d: [a, b, c, d])((1, (2, 3)), 4)
print (lambda (a,): a)((7,))
print (lambda self, (k, v): k)(None, ("key", "value"))
print (lambda (a, b): lambda (c, d): a + b + c + d)((1, 2))((3, 4))
add = lambda (x1, y1), (x2, y2): (x1 + x2, y1 + y2)
print add((1, 2), (3, 4))
print (lambda (a, b), *rest, **named: (a, b, rest, named))((1, 2), 3, k=4)
print max([(1, 'x'), (0, 'y')], key=lambda (n, s): s)
print [f((1, 2)) for f in [lambda (a, b): a, lambda (a, b): b]]
print (lambda (a, b): (lambda: a - b)())((5, 3))
print (lambda (k, v): `k` + "=" + `v`)(("n", 1))
print (lambda (a, b): a <> b and d.has_key(a))(("a", "z"))
print (lambda (a, b): [a for x in range(2)] + [b])((1, 2))
pairs = [(1, "one"), (2, "two")]
print [(lambda (n, s): s * n)(p) for p in pairs]
apply_to = lambda f, value: f(value)
print apply_to(lambda (a, b): {a: b}, (1, 2))
print (lambda(a, b):a*b)((6, 7))
print (lambda (a, b): a if b else None)((1, 0)), (lambda x: (x, x))(1)

f = lambda (a, b): -a ** b
g = lambda (a, b): a.x[b](a) if not b else (yield a)
h = lambda (a, b): a if b else None
i = lambda (a, b), c: not a in b

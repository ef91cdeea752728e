# py3k-test: --from 2 --target 2+3
a = list(map(str, xs))
b = list(map(lambda x: x * x, xs))
c = list(xs)
d = map(None, xs, ys)
for e in map(str, xs):
    f(e)

# py3k-test: --from 2 --target 2+3
a = map(str, xs)
b = map(lambda x: x * x, xs)
c = map(None, xs)
d = map(None, xs, ys)
for e in map(str, xs):
    f(e)

# py3k-test: --from 2 --target 2+3
a = filter(None, xs)
b = filter(lambda x: x % 2, xs)
for c in filter(f, xs):
    g(c)

# py3k-test: --from 2 --target 2+3
a = list(filter(None, xs))
b = list(filter(lambda x: x % 2, xs))
for c in filter(f, xs):
    g(c)

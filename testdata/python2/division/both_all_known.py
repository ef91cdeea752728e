# py3k-test: --from 2 --target 2+3
def f(xs):
    x = len(xs) / 2
    return x / 2.5

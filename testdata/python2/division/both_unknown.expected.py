# py3k-test: --from 2 --target 2+3
def f(xs, y):
    x = len(xs) // 2
    return x / y

# py3k-test: -f reserved_names --from 2
def f(x):
    False, x[1:] = g(x)
    x.a['b'](1).c, True = x
    x[True] = 1
    return False, True

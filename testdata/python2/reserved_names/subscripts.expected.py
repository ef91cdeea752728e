# py3k-test: -f reserved_names --from 2
def f(x):
    False_, x[1:] = g(x)
    x.a['b'](1).c, True_ = x
    x[True_] = 1
    return False_, True_

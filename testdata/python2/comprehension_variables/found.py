# py3k-test: -f comprehension_variables --from 2
def f(xs):
    ys = [x for x in xs if x]
    print x
    i = 0
    zs = [i for i, j in xs]
    return i, j, x

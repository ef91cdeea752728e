# py3k-test: -f comprehension_variables --from 2
def f(xs):
    ys = []
    for x in xs:
        if x:
            ys.append(x)
    print x
    i = 0
    zs = []
    for i, j in xs:
        zs.append(i)
    return i, j, x

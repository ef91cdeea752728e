# py3k-test: -f comprehension_variables --from 2
def f(xs, x):
    print x
    ys = [y for y in xs]
    zs = [y for y in ys]
    y = 1
    print y, list(z for z in xs), [x for x in xs if x]
    for x in xs:
        print x
    return y


def g(x):
    if isinstance(x, tuple):
        return [x for x in x]
    if x:
        x.all = [x for x in x]
    else:
        return x

def cmp(a, b):
    return (a > b) - (a < b)


def sign(cmp, a, b):
    return cmp(f(a), f(b))


x = cmp(f(1), f(2)), a.cmp(b), sort(cmp=2)

def f(xs, key, n):
    a = filter(lambda x, key=key: key in x, xs)
    b = map(lambda x, key=key, n = n: x + key * n, xs)
    c = filter(lambda x, key=n: key in x, xs)
    return a, b, c


class C:
    key = 1
    kept = filter(lambda x, key=key: key in x, [[1]])

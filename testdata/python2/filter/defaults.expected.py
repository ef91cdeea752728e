def f(xs, key, n):
    a = [x for x in xs if key in x]
    b = [x + key * n for x in xs]
    c = list(filter(lambda x, key=n: key in x, xs))
    return a, b, c


class C:
    key = 1
    kept = list(filter(lambda x, key=key: key in x, [[1]]))

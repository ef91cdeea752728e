def f(a, n=None, m=None):
    if n is None:
        n = 1
    if m and m > 2:
        return a > m
    return n < 3, sorted([1, 2]), max('a', 'b'), sorted(a), min(a, 1), 'a' < 'b', 1 < 2.5, None == 1

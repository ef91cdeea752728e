n = long(text) + long ('ff', 16)
print isinstance(n, (int, long)), isinstance(n, long), map(long, x)
f(long=long)
def g(n, kind=long): return kind(n)

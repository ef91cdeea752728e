n = int(text) + int ('ff', 16)
print(isinstance(n, int), isinstance(n, int), list(map(int, x)))
f(long=int)
def g(n, kind=int): return kind(n)

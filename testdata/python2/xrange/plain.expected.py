for i in range(9): print(i, end=' ')
for i in range(
    2,   # from
    4,   # to
):
    print(i)
squares = [n * n for n in range(3)]
numbers = range
def count(n, xrange=range): return len(xrange(n))
print(list(range(3)), range(3)[1], isinstance(x, range))

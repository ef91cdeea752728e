for i in xrange(9): print i,
for i in xrange(
    2,   # from
    4,   # to
):
    print i
squares = [n * n for n in xrange(3)]
numbers = xrange
def count(n, xrange=xrange): return len(xrange(n))
print list(xrange(3)), xrange(3)[1], isinstance(x, xrange)

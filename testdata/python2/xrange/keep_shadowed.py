def f(xrange, range):
    return xrange(3), range(4)


x.xrange = y.range(3)
plot(xrange=(1, 2))

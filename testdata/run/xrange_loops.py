for i in xrange(3): print i,
print "."
print [i for i in xrange(2, 5)], list(xrange(0, 10, 3))
print len(xrange(7)), xrange(10)[3], xrange(5)[-1]
print list(reversed(xrange(3))), sum(xrange(5)), max(xrange(4))
print 3 in xrange(5), 9 in xrange(5), sorted(xrange(3, 0, -1))
print tuple(xrange(2)), [x for x in xrange(2) for y in xrange(2)]
print dict((n, n * n) for n in xrange(3))[2]
print enumerate(xrange(4, 6)).next(), iter(xrange(1)).next()
numbers = xrange
print list(numbers(2)), list((xrange)(1))
print [list(f(3)) for f in (xrange, numbers)]
for i, c in enumerate("ab"):
    for j in xrange(i + 1): print c,
print "end"
for i in xrange(
    2,   # from
    4,   # to
):
    print i
it = iter(xrange(2))
print it.next(), it.next(), next(it, "empty")


def count(n, xrange=xrange):
    return len(xrange(n))


def local(xrange):
    return xrange * 2


class Chart(object):
    xrange = (0, 10)


print count(4), local(4), Chart.xrange, Chart().xrange[1]
print isinstance(xrange(1), xrange), bool(xrange(0))

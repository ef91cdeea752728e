line = lines.next()
print it.next(), a.b[0].c().next().next(), -it . next ( )
x = (a + b).next()
x = (y for y in z).next()
print d.iteritems().next(), `it.next()`
first, second = it.next(), it.next(
    # nothing
)
if it.next(): x = it.next(); print x


class Countdown(object):
    def __iter__(self):
        return self

    def next(self):
        return self.inner.next()


class Doubled(Countdown):
    def next(self): return Countdown.next(self) * 2


class Negated(Countdown):
    @logged
    def next(self):
        return -super(Negated, self).next()


class Read(object):
    def __iter__(self): return self
    def read(self): return 1
    next = read

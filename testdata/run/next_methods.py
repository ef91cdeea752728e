class Countdown(object):
    def __init__(self, start):
        self.current = start

    def __iter__(self):
        return self

    def next(self):
        if self.current <= 0:
            raise StopIteration
        self.current -= 1
        return self.current + 1


class Doubled(Countdown):
    def next(self):
        return Countdown.next(self) * 2


class Viasuper(Countdown):
    def next(self):
        return -super(Viasuper, self).next()


class Wrapper:
    def __init__(self, inner):
        self.inner = iter(inner)

    def __iter__(self): return self
    def next(self): return "<%s>" % self.inner.next()


def numbers():
    yield 1
    yield 2


print list(Countdown(3)), list(Doubled(2)), list(Viasuper(2)), list(Wrapper("ab"))
c = Countdown(5)
print c.next(), c.next(), next(c), next(c, None)
g = numbers()
print g.next(), g.next()
try:
    g.next()
except StopIteration:
    print "stopped"
print numbers().next(), iter([7]).next(), (x for x in "z").next()
step = Countdown(2).next
print step(), step()
take = numbers().next
print take(), take()
print [n for n in iter(iter([1, 2, 0, 4]).next, 0)]
print sum(Countdown(4)), max(Doubled(3)), dict(enumerate(Wrapper("x")))
for n in Countdown(2): print n,
print "."
lines = iter(["head", "body"])
header = lines.next().upper(); print header, [l for l in lines]
print Countdown(1).next() + Countdown(2).next()

# Generators, their methods and helper functions over them.
def count(start=0):
    while 1:
        yield start
        start += 1


def take(n, iterator):
    return [iterator.next() for i in xrange(n)]


def pairs(iterable):
    it = iter(iterable)
    while True:
        try: a = it.next()
        except StopIteration: return
        yield a, next(it, None)


def averager():
    total, n = 0.0, 0
    value = yield
    while value <> None:
        total += value; n += 1
        value = yield total / n


class Tree(object):
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for child in self.children:
            for value in child: yield value


class Peek(object):
    def __init__(self, it):
        self._it = iter(it)
        self._next = self._it.next
        self.buffer = []

    def __iter__(self): return self

    def next(self):
        if self.buffer: return self.buffer.pop()
        return self._next()

    def peek(self):
        self.buffer.append(self.next())
        return self.buffer[-1]


print take(3, count()), take(2, count(10)), list(pairs("abc"))
a = averager()
a.next()
print a.send(1), a.send(2), a.send(6)
a.close()
t = iter(Tree(1, Tree(2, Tree(3)), Tree(4)))
print t.next(), list(t)
p = Peek("xyz")
print p.peek(), p.next(), p.peek(), list(p)
print [x for x in Peek(xrange(3))], sum(Peek([1L, 2L]))

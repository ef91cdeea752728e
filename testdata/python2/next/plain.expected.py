line = next(lines)
print(next(it), next(next(a.b[0].c())), -next(it))
x = next(a + b)
x = next(y for y in z)
print(next(iter(d.items())), repr(next(it)))
# nothing
first, second = next(it), next(it)
if next(it): x = next(it); print(x)


class Countdown(object):
    def __iter__(self):
        return self

    def __next__(self):
        return next(self.inner)


class Doubled(Countdown):
    def __next__(self): return Countdown.__next__(self) * 2


class Negated(Countdown):
    @logged
    def __next__(self):
        return -super().__next__()


class Read(object):
    def __iter__(self): return self
    def read(self): return 1
    __next__ = read

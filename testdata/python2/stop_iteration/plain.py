def numbers(n, it):
    if n < 0: raise StopIteration
    while True:
        if n > 10:
            raise StopIteration()  # enough
        n += 1; yield n
        yield it.next()
        yield next(it, None)


def tried(it):
    try:
        if it: raise StopIteration
        yield it.next()
    except StopIteration:
        raise StopIteration


def with_value():
    yield 1
    raise StopIteration(1)


class Iterator:
    def next(self):
        raise StopIteration


def outer(it):
    def inner():
        raise StopIteration
    yield inner
    f = lambda: it.next()
    yield (next(x) for x in it)
    print next(it)

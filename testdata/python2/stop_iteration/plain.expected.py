def numbers(n, it):
    if n < 0: return
    while True:
        if n > 10:
            return  # enough
        n += 1; yield n
        try:
            yield next(it)
        except StopIteration:
            return
        yield next(it, None)


def tried(it):
    try:
        if it: raise StopIteration
        yield next(it)
    except StopIteration:
        return


def with_value():
    yield 1
    raise StopIteration(1)


class Iterator:
    def __next__(self):
        raise StopIteration


def outer(it):
    def inner():
        raise StopIteration
    yield inner
    f = lambda: next(it)
    yield (next(x) for x in it)
    try:
        print(next(it))
    except StopIteration:
        return

def f(StopIteration):
    yield 1
    raise StopIteration

# py3k-test: -f comprehension_yield
def f(xs):
    a = [(yield x) for x in xs]
    b = dict((x, (yield)) for x in xs if x)
    c = {x for x in xs if (yield x)}
    d = [x for x in xs for y in (yield)]
    return a, b, c, d

def fine(xs):
    a = [x for x in (yield xs)]
    b = [lambda: (yield) for x in xs]
    yield [x for x in xs]
    c = [y for y in [(yield x) for x in xs]]

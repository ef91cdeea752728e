import counter
f(next=1)
next(it)
counter.next()


def next(x):
    return x

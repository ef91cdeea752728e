def show(x):
    print x
    return x


def pure(x):
    y = []
    y.append(x)
    return y


class Noted(object):
    def __init__(self, x):
        self.x = x


def loops(xs, d, other):
    for x in map(show, xs):
        print x
    for x in map(show, xs):
        pass
    for x in map(pure, xs):
        print x
    for x in map(Noted, xs):
        print x
    for x in map(other, xs):
        print x
    for x in map(lambda k: d[k], xs):
        d[x] = 1
    return any(map(show, xs)), 1 in filter(show, xs), [f(x) for x in map(show, xs)]

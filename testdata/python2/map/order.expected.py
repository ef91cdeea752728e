def show(x):
    print(x)
    return x


def pure(x):
    y = []
    y.append(x)
    return y


class Noted(object):
    def __init__(self, x):
        self.x = x


def loops(xs, d, other):
    for x in list(map(show, xs)):
        print(x)
    for x in map(show, xs):
        pass
    for x in map(pure, xs):
        print(x)
    for x in map(Noted, xs):
        print(x)
    for x in map(other, xs):
        print(x)
    for x in [d[k] for k in xs]:
        d[x] = 1
    return any(list(map(show, xs))), 1 in list(filter(show, xs)), [f(x) for x in list(map(show, xs))]

def plain((a, b)):
    return a + b


def mixed(x, (a, b), y=1, *rest, **named):
    """The docstring stays first."""
    return x, a, b, y, rest, sorted(named)


def nested((a, (b, c)), ((d,), e)):
    return [a, b, c, d, e]


def default((a, b)=(1, 2), c=3): return a, b, c


def one((a,)): return a
def listed((a, b)): return b, a
def two((a, b), (c, d)): print a, b, c, d; return a


def generator((low, high)):
    while low < high:
        yield low
        low += 1


def rebinds((a, b)):
    a, b = b, a
    def inner():
        return a * 10 + b
    return inner()


def commented((a, b),   # a pair
              c):       # and one
    # the body's first comment
    return a, b, c


class Shape(object):
    def move(self, (dx, dy)):
        self.at = dx, dy
        return self

    @staticmethod
    def area((w, h)): return w * h

    def __setitem__(self, (row, column), value):
        self.at = row, column, value


print plain((1, 2)), plain("ab"), plain([3, 4])
print mixed(0, (1, 2)), mixed(0, (1, 2), 3, 4, k=5)
print mixed.__doc__
print nested((1, (2, 3)), ((4,), 5))
print default(), default((5, 6)), default(c=0)
print one((9,)), listed((1, 2))
print two((1, 2), (3, 4))
print list(generator((2, 5))), rebinds((1, 2)), commented((1, 2), 3)
print Shape().move((3, 4)).at, Shape.area((2, 5))
s = Shape()
s[1, 2] = 3
print s.at
try:
    plain((1, 2, 3))
except ValueError, e:
    print "three do not fit"

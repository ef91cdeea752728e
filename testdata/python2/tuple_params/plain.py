def area((w, h)):
    return w * h


def mixed(x, (a, b), y=1, *rest, **named):
    """The docstring stays first."""
    return x, a, b, y, rest, named


def nested((a, (b, c)), ((d,), e)):
    return [a, b, c, d, e]


def default((a, b)=(1, 2), c=3):
    return a, b, c


class Shape(object):
    def move(self, (dx, dy)):
        # a comment comes first
        self.at = dx, dy

    @staticmethod
    def area((w, h)):
        return w * h

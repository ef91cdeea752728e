def area(w_h):
    (w, h) = w_h
    return w * h


def mixed(x, a_b, y=1, *rest, **named):
    """The docstring stays first."""
    (a, b) = a_b
    return x, a, b, y, rest, named


def nested(a_b_c, d_e):
    (a, (b, c)) = a_b_c
    ((d,), e) = d_e
    return [a, b, c, d, e]


def default(a_b=(1, 2), c=3):
    (a, b) = a_b
    return a, b, c


class Shape(object):
    def move(self, dx_dy):
        # a comment comes first
        (dx, dy) = dx_dy
        self.at = dx, dy

    @staticmethod
    def area(w_h):
        (w, h) = w_h
        return w * h

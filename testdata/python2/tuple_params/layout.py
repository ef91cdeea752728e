def commented((a, b),   # a pair
              c):       # and one
    return a, b, c


def split((a,  # the first
           b)):
    return a


def default((x, y)=(1, # one
                    2)):
    return x


f = lambda(a,b):a*b
g = sorted(items, key=lambda (name, value): (
    value,   # first by value
    name))
def redundant((a), (((b)))): return a + b

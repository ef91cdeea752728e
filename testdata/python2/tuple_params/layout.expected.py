def commented(a_b,   # a pair
              c):       # and one
    (a, b) = a_b
    return a, b, c


# the first
def split(a_b):
    (a, b) = a_b
    return a


def default(x_y=(1, # one
                    2)):
    (x, y) = x_y
    return x


f = lambda a_b:a_b[0]*a_b[1]
g = sorted(items, key=lambda name_value: (
    name_value[1],   # first by value
    name_value[0]))
def redundant(a, b): return a + b

f = lambda k_v: repr(k_v[0]) + "=" + repr(k_v[1])
g = lambda a_b: a_b[0] != a_b[1] and a_b[0] in d
def h(a_b, c=0o777):
    (a, b) = a_b
    print("%s" % a, lambda x_y: x_y[0] != x_y[1])

from functools import reduce

f = lambda self, k_v: k_v[0]
total = reduce(lambda a_b, c: (a_b[0] + c, a_b[1]), numbers, (0, 1))
pairs.sort(key=lambda k_v_w: (-k_v_w[1][0], k_v_w[1][1] ** 2))
g = lambda a_b, *rest, **named: (a_b[0], a_b[1], rest, named)
h = lambda x, a_b=(1, 2): x * a_b[0] * a_b[1]
one = lambda x1: x1[0] + f(x1[0])
deep = lambda x_y: x_y[0] + x_y[1]
ignored = lambda value1: value1[1]

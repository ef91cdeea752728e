a_b = 1
k_v1 = 2


def f(a_b1):
    (a, b) = a_b1
    return a + a_b


g = lambda k_v2: k_v + k_v2[1] + k_v1
h = lambda x1: x1[0]
long_names = lambda values: values[2]

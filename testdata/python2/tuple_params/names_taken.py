a_b = 1
k_v1 = 2


def f((a, b)):
    return a + a_b


g = lambda (k, v): k_v + v + k_v1
h = lambda (x,): x
long_names = lambda (first_long_name, second_long_name, third_long_name): third_long_name

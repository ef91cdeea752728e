# py3k-test: --safe -f tuple_params
f = lambda k_v: (lambda k, v: v)(*k_v)
g = lambda x, a_b_c, d1=(1,): (lambda d: (lambda a, b_c: (lambda b, c: (x, a, b, c, d))(*b_c))(*a_b_c))(*d1)
def h(a_b):
    (a, b) = a_b
    return a

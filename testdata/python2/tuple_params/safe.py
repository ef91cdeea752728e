# py3k-test: --safe -f tuple_params
f = lambda (k, v): v
g = lambda x, (a, (b, c)), (d,)=(1,): (x, a, b, c, d)
def h((a, b)):
    return a

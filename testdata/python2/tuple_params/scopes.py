def outer((a, b)):
    def inner((a, b)):
        return a
    return inner, lambda (a, b): a, lambda c: a + c


f = lambda (a, b): lambda (a, c): a + b + c
g = lambda (a, b): (lambda a: a)(b)
h = lambda (a, b): [a for a in b] + [a]
i = lambda (a, b): [x for x in a if x in b]
j = lambda (a, b): (a for a in a)
k = lambda (a_b, c): lambda (a, b_c): a_b + a
m = lambda (a, b): f(a=a, b=b).a[b]

def outer(a_b1):
    (a, b) = a_b1
    def inner(a_b2):
        (a, b) = a_b2
        return a
    return inner, lambda a_b3: a_b3[0], lambda c: a + c


f = lambda a_b1: lambda a_c: a_c[0] + a_b1[1] + a_c[1]
g = lambda a_b1: (lambda a: a)(a_b1[1])
h = lambda a_b1: [a for a in a_b1[1]] + [a_b1[0]]
i = lambda a_b1: [x for x in a_b1[0] if x in a_b1[1]]
j = lambda a_b1: (a for a in a_b1[0])
k = lambda a_b_c: lambda a_b_c1: a_b_c[0] + a_b_c1[0]
m = lambda a_b1: f(a=a_b1[0], b=a_b1[1]).a[a_b1[1]]

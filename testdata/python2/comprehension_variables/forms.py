def f(xs):
    ys = [x for x in xs]
    return x
def g(xs):
    ys = [x * 2 for x in xs if x]
    print x
def h(xs):
    n = len([c for c in xs])
    return c
def h2(d):
    for k in sorted([k for k in d.keys() if k > 1]): pass
    ys = [k for k in d]
    print ys, k
def i(d):
    ys = [(a, b) for a in d for b in a if b]
    print a, b
    if [z for z in d if z == 1]:
        print z
    self.x = [q for q in d]; print q
    return [w for w in d], w
class C:
    n = 2
    ns = [n * x for x in range(3)]
    ms = [(n, m, y) for y in ns for m in ns]
    gs = list(n + x for x in ns)
    hs = [i for i in ns if i > n]
    print i
xs = [m for m in range(3)]
del m
ts += [t for t in xs]
print t
def k(xs, v):
    ts = [v for v in xs]
    return v
def l(xs):
    v = None
    ts = [v for v in xs]
    return v
def mm():
    def inner(): return v
    ts = [v for v in range(3)]
    return inner()

def f(xs):
    ys = []
    for x in xs:
        ys.append(x)
    return x
def g(xs):
    ys = []
    for x in xs:
        if x:
            ys.append(x * 2)
    print(x)
def h(xs):
    n = len([c for c1 in xs if [c := c1]])
    return c
def h2(d):
    for k in sorted([k for k in d.keys() if k > 1]): pass
    ys = []
    for k in d:
        ys.append(k)
    print(ys, k)
def i(d):
    ys = []
    for a in d:
        for b in a:
            if b:
                ys.append((a, b))
    print(a, b)
    if [z for z1 in d if [z := z1] if z == 1]:
        print(z)
    self.x = [q for q1 in d if [q := q1]]; print(q)
    return [w for w1 in d if [w := w1]], w
class C:
    n = 2
    ns = []
    for x in range(3):
        ns.append(n * x)
    ms = []
    for y in ns:
        for m in ns:
            ms.append((n, m, y))
    gs = list(n + x for x in ns)
    hs = []
    for i in ns:
        if i > n:
            hs.append(i)
    print(i)
xs = []
for m in range(3):
    xs.append(m)
del m
ts += [t for t1 in xs if [t := t1]]
print(t)
def k(xs, v):
    ts = []
    for v in xs:
        ts.append(v)
    return v
def l(xs):
    v = None
    ts = []
    for v in xs:
        ts.append(v)
    return v
def mm():
    def inner(): return v
    ts = [v for v in range(3)]
    return inner()

keys = d.keys()
keys.sort()
print d.keys()[0], d.values()[-1], d.items()[:2], d.keys(), d.keys() + [1], d.items() * 2
d.keys().sort()
def names(d): return d.keys()
x = [d.keys(), (d.values(),), {'k': d.items()}]
print d.keys() == ['k'], `d.keys()`, "%s" % d.values(), d.keys() or "none"
f(d.keys(), k=d.values()); g(lambda d: d.keys()); max(d.keys(), x)
first = x = d.keys()
x = a.b().c[0].keys()
x = (d
     .keys())
x = d.keys(
    # nothing
)
for k in d.keys() + e.keys(): pass
for k in d.keys(), e.keys(): pass
reversed(d.keys())
for k in reversed(d.keys()): pass
for k in d.keys()[:]: pass
x = dict.keys(d)
for k in dict.keys(d): pass
assert x, d.keys()

keys = sorted(d.keys())
print(list(d.keys())[0], list(d.values())[-1], list(d.items())[:2], list(d.keys()), list(d.keys()) + [1], list(d.items()) * 2)
list(d.keys()).sort()
def names(d): return list(d.keys())
x = [list(d.keys()), (list(d.values()),), {'k': list(d.items())}]
print(list(d.keys()) == ['k'], repr(list(d.keys())), "%s" % list(d.values()), list(d.keys()) or "none")
f(list(d.keys()), k=list(d.values())); g(lambda d: list(d.keys())); max(list(d.keys()), x)
first = x = list(d.keys())
x = list(a.b().c[0].keys())
x = (list(d
     .keys()))
x = list(d.keys(
    # nothing
))
for k in list(d.keys()) + list(e.keys()): pass
for k in list(d.keys()), list(e.keys()): pass
reversed(list(d.keys()))
for k in reversed(list(d.keys())): pass
for k in list(d.keys())[:]: pass
x = list(dict.keys(d))
for k in dict.keys(d): pass
assert x, list(d.keys())

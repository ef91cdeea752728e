import itertools
for k in d.keys(): print k
for k, v in d.items():
    print k, v
for v in (d.values()): f(v)
print [k for k in d.keys()], (v for v in d.values()), {k: 1 for k in d.keys()}
print sum(n for n in d.values() if n), sorted(d.keys(), key=f), ",".join(d.keys())
print set(d.keys()), tuple(d.values()), dict(d.items()), max(d.values()), any(d.values())
print len(d.keys()), 'a' in d.keys(), 'z' not in d.keys(), bool(d.items())
if d.keys(): pass
elif not d.items() or d.values(): pass
while d.keys() and x: d.popitem()
assert d.keys()
a, b = d.keys()
(a, b), c = d.items()
f(*d.values())
for k in d.keys() or (): pass
for k in (d.keys() if d else ()): pass
for k, v in zip(d.keys(), d.values()): pass
names.extend(d.keys()); others.update(d.items())
for k in itertools.chain(d.keys(), e.keys()): pass

# keys() and the rest where nothing but a loop sees them.
d = {'a': 1, 'b': 2}
seen = []
for k in d.keys(): seen.append(k)
for k, v in d.items():
    seen.append(v)
for v in d.values():
    seen.append(v * 10)
print len(seen), sum(n for n in seen if isinstance(n, int))
print sorted([k for k in d.keys()]), sorted([v for k, v in d.items() if k <> 'a'])
print set(d.keys()) == set(d.values()), sorted(set(d.keys()))
print list(sorted(d.keys())), tuple(sorted(d.values())), sum(d.values())
print min(d.keys()), max(d.values()), any(d.values()), all(d.keys())
print dict(d.items()) == d, sorted(dict(d.items()).items())
print ",".join(sorted(d.keys())), ",".join(sorted(`v` for v in d.values()))
for i, pair in enumerate(sorted(d.items())): print i, pair
for k in sorted(d.keys(), reverse=True): print k,
print len(d.keys())
if 'a' in d.keys(): print "in"
if d.keys(): print "some"
if not {}.items(): print "none"
while d.keys():
    d.popitem()
print d
squares = dict([(n, n * n) for n in range(4)])
print sorted(squares.values())[-1], [squares[k] for k in sorted(squares.keys())]
e = {}
e.update(squares.items())
print len(e)
a, b = sorted(e.keys())[:2]
print a, b

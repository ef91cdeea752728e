for k, v in d.items(): print(k, v)
pairs = iter(d.items())
names = list(d.keys()), sorted(d.values()), iter(d.keys())
first = next(iter(d.items()))
f(iter(d.keys()), *d.values())
keys = d.keys
print([v for v in d.values()], dict((v, k) for k, v in d.items()))
print(iter(d . keys ( )), (iter(d.keys())), 'a' in d.keys())
x = iter(a.b[0].c().items()) if y else z
while iter(d.keys()): pass
k, v = d.items()
for i, (k, v) in enumerate(d.items()): del d[k]; break
def f(d): return iter(d.values())
w = iter(dict.items(d)), max(d.values()), max(iter(d.values()), 3)

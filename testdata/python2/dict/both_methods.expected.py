# py3k-test: --from 2 --target 2+3
for k in d.keys():
    print(k)
for k, v in d.items():
    d[k] = 1
pairs = iter(d.items())
names = list(d.keys())
for k in list(d.keys()):
    del d[k]
both = d.viewkeys() & e.viewkeys()
f(d.itervalues)
total = sum(v for v in d.values())

# py3k-test: --from 2 --target 2+3
for k in d.iterkeys():
    print(k)
for k, v in d.iteritems():
    d[k] = 1
pairs = d.iteritems()
names = d.keys()
for k in d.keys():
    del d[k]
both = d.viewkeys() & e.viewkeys()
f(d.itervalues)
total = sum(v for v in d.itervalues())

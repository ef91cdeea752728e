for k, v in d.iteritems(): print k, v
pairs = d.iteritems()
names = list(d.iterkeys()), sorted(d.itervalues()), iter(d.iterkeys())
first = d.iteritems().next()
f(d.iterkeys(), *d.itervalues())
keys = d.iterkeys
print [v for v in d.itervalues()], dict((v, k) for k, v in d.iteritems())
print d . iterkeys ( ), (d.iterkeys()), 'a' in d.iterkeys()
x = a.b[0].c().iteritems() if y else z
while d.iterkeys(): pass
k, v = d.iteritems()
for i, (k, v) in enumerate(d.iteritems()): del d[k]; break
def f(d): return d.itervalues()
w = dict.iteritems(d), max(d.itervalues()), max(d.itervalues(), 3)

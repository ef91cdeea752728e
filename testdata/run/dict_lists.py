# keys(), values() and items() where their being lists matters.
d = {'b': 2, 'a': 1, 'c': 3}
one = {'k': 'v'}
keys = d.keys()
keys.sort()
print keys
values = d.values()
values.sort(reverse=True)
print values
items = d.items(); items.sort(); print items
print one.keys()[0], one.values()[0], one.items()[0][1]
print one.keys(), one.values(), one.items()
print one.keys() + ['more'], ['less'] + one.keys(), one.items() * 2
first, = one.keys()
print first, one.values().count('v'), one.keys().index('k')
print one.items().pop(), one.keys() == ['k'], one.values() + one.keys()
print len(d.keys()), len(d.items()), sum(d.values()), max(d.values())
print sorted(d.keys()), sorted(d.items()), sorted(d.values())
print 'a' in d.keys(), 3 in d.values(), 'z' not in d.keys()
print d.has_key('a') and sorted(d.keys())[0]
stack = one.keys()
stack.append('x')
print stack, `one.keys()`, "%s" % one.values(), str(one.items())
print [one.keys(), one.values()], (one.keys(),), {'k': one.keys()}
print one.keys()[:], one.values()[-1], one.keys()[0][0]
def names(mapping): return mapping.keys()
got = names(one)
got.extend(["y", "z"])
print got
k, v = one.items()[0]
print k, v, one.keys() or "none", {}.keys() or "none", not {}.values()
saved = one.keys()
one['new'] = 1
print saved, len(one)
a = [one.keys(), 1][1]
ordered = sorted(d.items(), key=lambda (k, v): -v)
print ordered, reversed(ordered).next(), a
print " ".join([k for k in sorted(d.keys())])

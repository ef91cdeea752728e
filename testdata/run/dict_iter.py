d = {'a': 1, 'b': 2, 'c': 3}
one = {'k': 'v'}
total = 0
for k, v in d.iteritems(): total += v
for k in d.iterkeys(): total += len(k)
for v in d.itervalues():
    total += v
print total
print sorted(d.iteritems()), sorted(d.iterkeys()), sorted(d.itervalues())
print sum(d.itervalues()), max(d.iterkeys()), list(one.iteritems())
print one.iteritems().next(), one.iterkeys().next(), one.itervalues().next()
it = one.iteritems()
print it.next(), next(it, "empty")
print [v for v in one.itervalues()], dict((v, k) for k, v in d.iteritems())[2]
print ",".join(sorted(d.iterkeys())), "".join(one.itervalues())
print [(i, k) for i, k in enumerate(one.iterkeys())]
print sorted(k + `v` for k, v in d.iteritems() if v <> 2)
print list(one . iteritems ( )), list(one
                                      .iterkeys())
keys = one.iterkeys
print list(keys())
print set(d.iterkeys()) == set("abc"), tuple(one.iterkeys())
print any(v > 2 for v in d.itervalues()), all(d.itervalues())
print sorted(d.viewkeys() & {'a': 0, 'z': 0}.viewkeys())
view = d.viewitems()
d['d'] = 4
print len(view), ('d', 4) in view, sorted(d.viewvalues())
print 'a' in d.viewkeys(), len(d.viewkeys()), sorted(d.viewkeys() | ['q'])


class Registry(dict):
    def names(self):
        return sorted(self.iterkeys())

    def pairs(self):
        for k, v in sorted(self.iteritems()): yield "%s=%s" % (k, v)


print Registry(x=1, y=2).names(), list(Registry(x=1, y=2).pairs())

d = {'a': 1, 'b': None, (1, 2): 'pair', 3: 'three'}
key = 'a'
print d.has_key('a'), d.has_key('z')
print not d.has_key('a'), not d.has_key('z')
print d.has_key(key) and 1 or 0
print d.has_key('z' or 'a'), d.has_key('z' and 'a')
print d.has_key((1, 2)), d.has_key(1 + 2)
print d.has_key('a' if key else 'z')
print d.has_key('a') == True, True == d.has_key('a')
print d.has_key('a') + d.has_key('b'), -d.has_key('a')
print [k for k in ['a', 'x'] if d.has_key(k)]
print [d.has_key(k) for k in 'ab']
print {'in': d}['in'].has_key('b')
print d.copy().has_key('b'), dict(x=1).has_key('x')
if d.has_key('a') and not d.has_key('c'): print "both"
if not d.has_key('c') or d['c']: print "either"
print d.has_key(
    'a'  # the first
)
print d \
    .has_key('b')
print (d.has_key('a'), d.has_key('q'))
print d.has_key('a') in [True], d.has_key('a') is True
print str(d.has_key('a')).lower()
x = d.has_key('a'), 5
print x
print d.has_key(lambda: 1), d.has_key(not 1)
print `d.has_key('a')`, "%s" % d.has_key('z')
print d.has_key({1: 'a'}[1]), {}.has_key(1)
print d.has_key(key) if d.has_key('b') else None


class Table(dict):
    def known(self, k):
        return self.has_key(k)

    def unknown(self, k):
        return not self.has_key(k)


table = Table(x=1)
print table.known('x'), table.unknown('x'), table.has_key('y')
while d.has_key('a'): del d['a']
print d.has_key('a')

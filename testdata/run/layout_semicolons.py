import sys; d = {'a': 1}; print d.has_key('a'); print d.keys()
x = 0777; y = 1L; print x, y; print `x`; print >>sys.stdout, x <> y
if d: print "d"; x = d.items(); x.sort(); print x
for k in d.keys(): del d[k]; print "deleted", k
try: raise KeyError, "k"; print "never"
except KeyError, e: pass; print e.args; print "handled"
def f((a, b)): a += 1; print a, b; return a
print f((1, 2)); print f((3, 4));
class A: x = 1L; y = `x`; print y.rstrip("L")
class B(object): n = 0; next = None; z = 3 <> 4
print A.x, B.next, B.z; exec "q = 1"; print q
while not d.has_key(1): d[1] = 2; print d.values()
else: print "else"; print d
if 0: print "no"
elif 1: print "elif"; print unicode(1),; print "x"
else: print "else"
g = (n for n in xrange(2)); print g.next(); print g.next()
lam = lambda (p, q): p; print lam((1, 2)); print [v for v in 1, 2]
def gen(): yield 1; print "between"; yield 2
print list(gen())
if 1: raise_ = 1; print raise_; pass

# One fix inside another, several levels deep.
d = {'1': 'one', "(1, 2)": 'pair', 3L: 'three'}
x = 1
print d.has_key(`x`), not d.has_key(`x, 2`)
print `d.has_key(`x`)`, [`d.has_key(`i`)` for i in 1, 2]
print "%s" % `x <> 2L`, `(lambda (a, b): a <> b)((1, 2))`
print d.has_key(0003L), d.has_key(long(`3`)), d.has_key(`0777L` <> `511`)
print {}.has_key({}.has_key({}.has_key(1)))
print unicode(`unichr(65) == u'A'`), isinstance(`x`, basestring)
print sorted(`k` for k, v in {u'k': 1}.iteritems() if v <> 0x10L)[0].lstrip("u")
print iter([`n` for n in xrange(010)]).next(), {`x`: `x`}.keys()[0]
print (lambda (k, v): {`k`: v}.has_key(`k`) and not {}.has_key(v))((1, 2))
try:
    try: raise ValueError, `x <> 2`
    except ValueError, e: raise KeyError, (`str(e)`, d.has_key("1"))
except KeyError, (text, known): print text, known
exec "y = %s" % `x + 0777L - 0777L` in d
print d['y'] <> x, d.has_key('y') <> True
def f((a, b)=(`1`, 0L), c=lambda (p, q): p <> q):
    if c((a, b)): raise IndexError, "%s" % `a`
    return a
try: f()
except IndexError, e: print "index", e
print [k for k in {'q': 1}.keys() if k <> `k`], {'q': 1}.items()[0]
print [[`u` for u in v, v] for v in 1L.real, 0x2L.real] <> []
for i, (k, v) in enumerate(sorted({1: `1L.real`}.iteritems())): print i, k, v.rstrip("L"),
print "end"
class N(object):
    def __nonzero__(self): return d.has_key(`x`)
    def step(self): return iter(xrange(3)).next()
print bool(N()), N().step(), `not N()`

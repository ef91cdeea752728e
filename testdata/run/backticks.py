class Odd(object):
    def __repr__(self):
        return "<odd>"


x = 1
odd = Odd()
print `x`, `x` + `x`
print `"text"`, `'it\'s'`
print `odd`, `[odd, odd]`
print `1, 2`, `(1,)`, `(1, 2)`
print `x + 1`, `x` * 3
print `not x`, `x and 0`, `-x`
print `x if x else 0`, `lambda_ if 0 else x`
print ` x `, `  [1,
   2]  `
print len(`odd`), `odd`[1:], `odd`.upper()
print "%s and %s" % (`x`, `odd`)
print ``x``, ```x```
print `{'a': `x`}`, `[`x`, `odd`]`
print [`i` for i in range(3)], {`x`: 1}
print "".join([`i` for i in range(10)])
a = `x`
b = `a`, `x`
print a, b
def f(v=`x`, *rest): return `v` + `rest`
print f(), f(2, `3`)
print `f(1)`
print `x == 1`, `x`=='1', `x<2`
if `x` == "1": print "equal"
print `None`, `True`, `1.5`
print ("`", '`', "`x`")
assert `x` == '1', `x`
print 'a'+`x`+'b'

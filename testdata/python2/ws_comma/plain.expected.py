# py3k-test: -f ws_comma
f(a, b, c)
d = {a: b, c: d, e: f}
x = (a,)
y = a[1, 2]
def g(a, b=1, *c): pass
from x import a, b
z = f(a,
      b
      ,c)

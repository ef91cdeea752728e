# py3k-test: -f ws_comma
f(a, b)
x = (a,)
y = xs[1 :2]
z = {a: b}

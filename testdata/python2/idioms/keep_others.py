# py3k-test: -f idioms
type(x) == type(y)
type(x).__name__ == 'x'
a = type(x) == T == U
while 11: pass
v = list(t)
w.sort()
v = list(t)
v.sort(key=f)

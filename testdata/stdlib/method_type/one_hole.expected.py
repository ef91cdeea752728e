import types

print((a or b) == a)
x = not (lambda s: 1)
f(a or b)

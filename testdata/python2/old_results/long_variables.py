x = 10L
y = long(z)
print repr(x)[:-1], repr(y)[:-1], repr(other)[:-1]

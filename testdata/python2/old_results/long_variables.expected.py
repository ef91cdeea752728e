x = 10
y = int(z)
print(repr(x), repr(y), repr(other)[:-1])

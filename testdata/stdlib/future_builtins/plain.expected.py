z = zip
x = map(f, xs)
print(z(a, b))

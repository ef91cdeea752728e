x = map(f, xs)
print(zip(a, b))

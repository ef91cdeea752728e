from future_builtins import map, zip as z
x = map(f, xs)
print z(a, b)

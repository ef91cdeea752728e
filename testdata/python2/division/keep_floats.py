x = 1.5 / y
z = float(a) / 2 * b
w = u // v

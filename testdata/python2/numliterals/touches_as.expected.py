with 1 as x, 0o7 as y, 1.5 as z, 0x1f as w: print(x)
print(1if x else 2, 1or 2)

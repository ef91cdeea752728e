with 1as x, 07as y, 1.5as z, 0x1f as w: print x
print 1if x else 2, 1or 2

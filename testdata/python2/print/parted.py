def loud(n):
    print 'in', n
    return n


def quiet(n):
    return n


print 'sum:', loud(1)
print 'a\n', loud(2), 'b'
print loud(3), 'c'
print 'd', quiet(4)
print >>out, 'e', loud(5)
print 'f', loud(6),
if n: print 'g', loud(7)
print 'x', loud

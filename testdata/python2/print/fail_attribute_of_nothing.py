print 1
f = m.
x = 1

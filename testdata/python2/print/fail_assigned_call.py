print 1
f() = 1

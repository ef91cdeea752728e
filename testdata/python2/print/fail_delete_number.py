print 1
del 1

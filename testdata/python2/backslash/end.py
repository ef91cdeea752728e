print 1\

print 1_

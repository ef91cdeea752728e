print 1
return 2

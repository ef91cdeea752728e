print 1
r += x:(y)

print 1
\

print 1; \
\

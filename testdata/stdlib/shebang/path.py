#!/usr/local/bin/python2.6	-3
print 1

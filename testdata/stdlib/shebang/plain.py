#!/usr/bin/python2
print 1

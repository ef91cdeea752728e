#!/usr/bin/env python2.7 -u
print 1

#! /usr/bin/env -S python2 -tt -3 -Qnew
print 1

import sys
print
print "a"
print 'a', b, c + 1
print -1
print not a
print a if b else c
print lambda: 3
print a, (b), [c], {d: e}
print "%s is %d" % (a, b)
print>>sys.stderr, "a"
print >>sys.stderr
print >> sys.stderr, "a", b
print >>out or sys.stdout, "a"
print >>files[0], (a, b)
print"tight"; print'er', a

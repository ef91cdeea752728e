print `a`, `b, c`
print a <> b
print 0777, 10L
print (`a`),
print >>files[`a`], "%s" % `b`, 0777
print "a\n", `b`, c <> d
print "%s\n" % `a`,
print d.has_key(`x`), not d.has_key(0777)
print [x for x in 1, 2], [x <> y for x in `a`, 3L]
print ("%s") % (
    `a`), 1

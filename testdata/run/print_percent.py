# The % that belongs to print's operand, in all widths.
class Point(object):
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __str__(self):
        return "<%s %s>" % (self.x, self.y)

    def __repr__(self):
        return "Point(%r, %r)" % (self.x, self.y)


p = Point(1, 2)
print p, [p]
print "%s" % p, "%r" % p, "%s" % (p,)
print "%s %s" % (p, [p]), p.x
print "%5d|%-5d|%05d" % (1, 2, 3), "%x %o" % (255, 8)
print "%.2f" % 1.005, "%5.1f|" % 2.25, "%e" % 12345.678
print "%%", "%c" % 65, "%c" % 'x'
print "%(x)s/%(y)s" % vars(p)
print ("%s, %s"
       % ("over", "lines"))
print "%s" % "a" + "b", "%s" % ("a" + "b")
print "%d items" % len([1, 2]), "%s" % `p`, "%s" % (`p.x`, )
print "%s" % (p.x <> p.y)
print "a" * 3 % (), "%s" * 2 % (1, 2)
for fmt in "%d", "%3d", "%-3d|":
    print fmt % 7,
print "%s" % ("end" if p else "never")

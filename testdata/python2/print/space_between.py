# Nor did Python 2 print a space after such an item in the middle.
print "\n", a
print "a:\n", "b\n", c
print "a:\n", b, c
print a, "b:\n", c
print a, "b:\n", c, d
print "a:\t", "b", c
print "a:\t", b, c,
print "a:\n", "%s" % b, c
print >>f, "a:\n", b
print ("a:\n"), b
print a, "\n"
print "\n\n", a or b, c if d else e, f
def f(str):
    print "a:\n", str, 1

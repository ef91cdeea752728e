# Every shape of an operand that can follow print.
x = 3
name = "spam"


def f(*args):
    return len(args)


print
print ""
print "one"
print "one", "two"
print 1, 2.5, None, True, [1, 'a'], (1,), {'k': 2}
print -x
print +x, ~x
print not x
print not x, not not x
print x if x > 2 else 0
print x and name or "none"
print [i * i for i in range(4)]
print (i for i in [7, 8]).next()
print f(1, 2), f()
print name [1:3]
print name.upper(), name . title()
print "%s is %d" % (name, x)
print "%(a)s" % {'a': 1}, "b"
print "a" "b" 'c', """d
e"""
print r'\n', '\x41', "\t|"
print 1 < 2 < 3, x in [3], x not in [3], x is None
print 1 | 6, 1 ^ 3, 6 & 3, 1 << 4, 2 ** 3
print {1: 2}[1], [5, 6][1], (7, 8)[0]
print(x)
print(name)
print"tight"
print'tight', "er"
print[1, 2]
print{}

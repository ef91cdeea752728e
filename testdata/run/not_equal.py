a, b, c = 1, 2, 1


class Box(object):
    def __init__(self, value):
        self.value = value

    def __ne__(self, other):
        return "ne(%s, %s)" % (self.value, other.value)


print a <> b, a <> c, a<>b
print a <> b <> c, a <> b == b
print not a <> b, (a <> b) + 1
print [n for n in range(4) if n <> 2]
print Box(1) <> Box(2)
print (lambda x, y=a <> b: x <> y)(1)
if a <> b: print "differ"
while a <> c: print "never"
else: print "same"
print "<>", '<>', """a <> b"""  # <> in a comment
print a \
    <> b
print (a
       <>
       b)
def f(x, y): return x <> y
print f(1, 1), f(1, 2)
x = a<>b or b<>c
print x, {True: 'yes'}[a <> b]
assert a <> b, "a <> b"
print a <> -1, 'x' <> "y", None <> a
print a < b > c, a != b

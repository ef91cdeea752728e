import sys

name = sys.intern(name)
x = sys.intern("%s" % repr(y)).replace('a', 'b')
names = list(map(sys.intern, names))

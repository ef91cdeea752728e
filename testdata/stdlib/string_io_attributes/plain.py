import StringIO
from StringIO import StringIO as S

f = StringIO.StringIO('hello')
g = S()
print f.len, f.buf, f.pos, g.len
print StringIO.StringIO('x').len
f.pos = 3
print f.buflist, h.len, h.buf
class A(object):
    def __init__(self):
        self.len = 3

import io
from io import StringIO as S

f = io.StringIO('hello')
g = S()
print(len(f.getvalue()), f.getvalue(), f.tell(), len(g.getvalue()))
print(len(io.StringIO('x').getvalue()))
f.pos = 3
print(f.buflist, h.len, h.buf)
class A(object):
    def __init__(self):
        self.len = 3

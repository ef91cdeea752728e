import curses, base
from mybox import Box, Plain, TABLE

b = Box()
b.has_key(1)
curses.has_key(2)
3 in {}
d = None
if b:
    d = dict(a=1)
if 4 not in d: pass
p = Plain()
5 in p


class Own(Box):
    def f(self, x):
        self.items = {}
        return self.has_key(6), 7 in self.items, x.has_key(8), TABLE.has_key(9), list(map(self.has_key, x))

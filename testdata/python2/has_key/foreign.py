import curses, base
from mybox import Box, Plain, TABLE

b = Box()
b.has_key(1)
curses.has_key(2)
{}.has_key(3)
d = None
if b:
    d = dict(a=1)
if not d.has_key(4): pass
p = Plain()
p.has_key(5)


class Own(Box):
    def f(self, x):
        self.items = {}
        return self.has_key(6), self.items.has_key(7), x.has_key(8), TABLE.has_key(9), map(self.has_key, x)

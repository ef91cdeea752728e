import re as r
from re import UNICODE, U as uni, compile as rc, sub
a = r.compile('x', r.U)
b = rc('x', uni)
c = sub('x', 'y', s, flags=UNICODE | r.I)

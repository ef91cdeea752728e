import re as r
from re import UNICODE, U as uni, compile as rc, sub
a = r.compile('x')
b = rc('x')
c = sub('x', 'y', s, flags=r.I)

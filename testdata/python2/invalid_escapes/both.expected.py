# py3k-test: --from 2 --target 2+3
from __future__ import print_function
a = r'\d+'
b = u'\\d+'
c = u'\\d\u1234'
d = '\\d\\u1234'
e = br'\d'
f = '\x00'
g = u'\u0100'
print(a)

from __future__ import unicode_literals
print 1
a = '\d+'
b = '\d\u1234'
c = '\400'
d = b'\400\d'
e = r'\d'

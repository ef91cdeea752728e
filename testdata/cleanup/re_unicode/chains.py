import re
a = re.compile('x', re.U|re.I)
b = re.compile('x', re.I | re.UNICODE)
c = re.compile('x', re.I | re.U | re.M)
d = re.compile('x', (re.U | re.I) | re.M)
e = re.compile('x', flags=(re.I | re.M) | re.U)
f = re.compile('x', re.UNICODE | FLAGS)
g = re.compile('x', re.LOCALE | re.U)
h = re.compile('x', (re.U))

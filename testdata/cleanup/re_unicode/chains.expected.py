import re
a = re.compile('x', re.I)
b = re.compile('x', re.I)
c = re.compile('x', re.I | re.M)
d = re.compile('x', re.I | re.M)
e = re.compile('x', flags=(re.I | re.M))
f = re.compile('x', FLAGS)
g = re.compile('x', re.LOCALE)
h = re.compile('x')

# py3k-test: --from 2 --target 2+3
a = '\d+'
b = u'\d+'
c = u'\d\u1234'
d = '\d\u1234'
e = b'\d'
f = '\400'
g = u'\400'
print a

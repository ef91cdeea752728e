# -*- coding: utf-8 -*-
import re
print 1
a = '\d+'
b = "\d+\n"
c = re.compile('^\s*\((\w+)\)', re.U)
d = u'\d+'
e = u'\d\u1234'
f = '\d\u1234'
g = b'\d\N{x}'
h = b'\d\n'
i = '\8\9'
j = '\400' '\777x'
k = u'\400\d'
l = '''a \d
b'''
m = '''a \d \
b'''
n = 'a' '\d' "\t\."
o = '\
\d'
p = ('\d'
     '\w')
q = re.match("(?u)\d", x)
r = '\%s' % x
s = 'C:\Program Files\new'
t = b'\é\d'
u = 'é\d'
v = "\'\d"
w = '%s\ ' % a.encode('hex') + `'\d'`


def f():
    """Doc \d string."""


class C:
    '''Doc \d
    string \\ too.
    '''

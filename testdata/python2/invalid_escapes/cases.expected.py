import re
import codecs
print(1)
a = br'\d+'
b = "\\d+\n"
c = re.compile(r'^\s*\((\w+)\)')
d = r'\d+'
e = '\\d\u1234'
f = '\\d\\u1234'
g = br'\d\N{x}'
h = b'\\d\n'
i = r'\8\9'
j = '\x00' '\xffx'
k = '\u0100\\d'
l = r'''a \d
b'''
m = '''a \\d \
b'''
n = 'a' r'\d' "\t\\."
o = '\
\\d'
p = (r'\d'
     r'\w')
q = re.match(r"\d", x)
r = r'\%s' % x
s = 'C:\\Program Files\new'
t = b'\\\xc3\xa9\\d'
u = r'é\d'
v = "\'\\d"
w = r'%s\ ' % codecs.encode(a, 'hex').decode('ascii') + repr(r'\d')


def f():
    r"""Doc \d string."""


class C:
    '''Doc \\d
    string \\ too.
    '''

import re
import regex
FLAGS = re.U
a = re.compile('x', FLAGS)
b = regex.compile('x', regex.U)
c = re.sub('x', 'y', s, re.U)
d = re.match(*args, flags=re.U)
e = '(?u)x'
f = re.compile('(?P<u>x)')


def g(re):
    return re.compile('x', re.U)

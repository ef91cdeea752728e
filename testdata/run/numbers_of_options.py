import argparse
import ConfigParser
import math
import re
import StringIO

p = argparse.ArgumentParser()
p.add_argument('-n', type=int, default=10)
p.add_argument('-k', type=int, default=4)
a = p.parse_args([])
per = a.n / a.k
print per, a.n - per * a.k

h, m = map(int, re.match(r'(\d+):(\d+)', '10:45').groups())
minutes = h * 60 + m
print minutes / 60, minutes / 7

counts = {'a': 7}
for k in ('a', 'b'):
    print counts.get(k, 0) / 2

c = ConfigParser.RawConfigParser()
c.readfp(StringIO.StringIO('[a]\nn = 9\n'))
n = c.getint('a', 'n')
print n / 2, c.getint('a', 'n') / 4, c.getfloat('a', 'n') / 4

words = ['a', 'bbb', 'cc']
print sum(len(w) for w in words) / len(words), max(len(w) for w in words) / 2


def fit(size, box):
    w, h = size
    bw, bh = box
    if w * bh > h * bw:
        return bw, h * bw / w
    return w * bh / h, bh


print fit((640, 480), (100, 100))
print math.floor(2.5), math.ceil(2.1), str(-math.floor(0.5)), int(math.floor(2.5)), '%d' % math.ceil(2.5)
whole = math.floor(7 / 2.0)
print whole, [1, 2, 3, 4][int(whole)]
big = 12345678901234567890
print repr(big)[:-1], '%#o' % 8

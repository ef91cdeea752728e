import itertools, itertools as it
from itertools import *
x = it.izip(a, b), itertools . imap(f, a), it.ifilterfalse(f, a), it.izip_longest
for p in it.ifilter(None, izip(a, `b`)): print p
def f(zip): return it.izip(zip, a)

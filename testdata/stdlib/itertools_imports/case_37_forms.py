from itertools import (izip,  # pairs
                       imap as m,
                       chain, ifilterfalse as no, izip_longest)
a = izip(m(None, a, b), m(str, chain(a)))
b = no(None, izip_longest(a)); c = m
def f(map): return m(map, a)

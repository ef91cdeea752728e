from mine import itertools
def izip(a): return a
izip(itertools.izip(a, b))

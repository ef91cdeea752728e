# py3k-test: --from auto
from itertools import izip

pairs = zip(a, b)
print(pairs[0], izip(a, b))

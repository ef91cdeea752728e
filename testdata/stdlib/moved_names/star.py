from collections import *
from cgi import *
from time import *
from binascii import *

print isinstance(x, Mapping), escape(y), parse_qs(z), clock(), deque(), map(escape, ys)
print a2b_hqx(data)

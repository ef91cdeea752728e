from collections import *
from collections.abc import Mapping
from cgi import *
from html import escape
from urllib.parse import parse_qs
from time import *
from binascii import *

print(isinstance(x, Mapping), escape(y, quote=False), parse_qs(z), process_time(), deque(), list(map(escape, ys)))
print(a2b_hqx(data))

import base64, collections, inspect, time
from collections import defaultdict
from collections.abc import Mapping
from math import gcd
import html
import urllib.parse
import collections.abc

start = time.process_time()
print(html.escape(x, quote=False), html.escape(f(x), quote=False), html.escape(x, True), list(map(html.escape, xs)))
print(base64.encodebytes(x).decode('ascii'), urllib.parse.parse_qs(y), gcd(4, 6))
args, varargs, keywords, defaults = inspect.getfullargspec(f)[:4]
print(inspect.getfullargspec(f)[0])
if isinstance(x, collections.abc.Mapping) or isinstance(x, Mapping):
    print(collections.OrderedDict(), defaultdict(list))

import base64, cgi, collections, inspect, time
from collections import Mapping, defaultdict
from fractions import gcd

start = time.clock()
print cgi.escape(x), cgi.escape(f(x)), cgi.escape(x, True), map(cgi.escape, xs)
print base64.encodestring(x), cgi.parse_qs(y), gcd(4, 6)
args, varargs, keywords, defaults = inspect.getargspec(f)
print inspect.getargspec(f)[0]
if isinstance(x, collections.Mapping) or isinstance(x, Mapping):
    print collections.OrderedDict(), defaultdict(list)

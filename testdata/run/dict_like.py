# Classes that have the names of dict's methods.
class Headers(object):
    """Keeps order; keys() and items() are lists, as in a dict."""

    def __init__(self, *pairs):
        self._pairs = list(pairs)

    def __contains__(self, key):
        return key in [k for k, v in self._pairs]

    def __getitem__(self, key):
        for k, v in self._pairs:
            if k == key: return v
        raise KeyError, key

    def keys(self):
        return [k for k, v in self._pairs]

    def values(self):
        return [v for k, v in self._pairs]

    def items(self):
        return self._pairs[:]


class Upper(dict):
    def keys(self):
        return sorted(k.upper() for k in dict.keys(self))

    def items(self):
        return sorted(dict.items(self))


h = Headers(('b', 1), ('a', 2))
print h.keys(), h.values(), h.items()
print h.keys()[0], h.items()[1], len(h.values())
print 'a' in h, h['a']
for k, v in h.items(): print k, v,
print "."
try:
    h['zz']
except KeyError, e:
    print "missing", e.args
u = Upper(x=1, y=2)
print u.keys(), u.items(), u.keys()[1]
print [k for k in u.keys()]
joined = h.keys() + u.keys()
print joined
values = h.values()
values.append(3)
print values, h.values()

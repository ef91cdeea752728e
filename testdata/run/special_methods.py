# Methods that Python 3 never calls: __cmp__, __getslice__ and its kin, __long__; and __hash__ beside __eq__.
import bisect


class Version(object):
    def __init__(self, *parts):
        self.parts = parts

    def __cmp__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return cmp(self.parts, other.parts)

    def __repr__(self):
        return 'Version%r' % (self.parts,)


class Later(Version):
    def __cmp__(self, other):
        return -Version.__cmp__(self, other)


class Named(object):
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return isinstance(other, Named) and self.name == other.name

    def __cmp__(self, other):
        return cmp(self.name, other.name)


class Parts(object):
    def __init__(self, items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        """One of them."""
        return self.items[index]

    def __getslice__(self, i, j):
        return Parts(self.items[i:j])

    def __setslice__(self, i, j, items):
        self.items[i:j] = items

    def __setitem__(self, i, item):
        self.items[i] = item

    def __delslice__(self, i, j):
        del self.items[i:j]

    def __repr__(self):
        return 'Parts(%r)' % self.items


class Copies(list):
    def __getslice__(self, i, j):
        return Copies(list.__getslice__(self, i, j))


class Number(object):
    def __long__(self):
        return 7L


a, b = Version(1, 2), Version(1, 10)
print a == b, a != b, a < b, a <= b, a > b, a >= b, a == Version(1, 2)
print sorted([b, a]), max(a, b), bisect.bisect([a, b], a), a in [b, Version(1, 2)], a == 3
print sorted([Later(1), Later(2)]), len(set([a, b, a]))
n, m = Named('n'), Named('m')
print n == Named('n'), n != m, n < m, len({n: 1, m: 2}), sorted([n, m])[0].name
p = Parts('abcde')
print p[1:3], p[:2], p[-2:], p[:], p[0], p[::2], p[-9:1]
p[1:2] = 'xy'
del p[:1]
print p, len(p)
c = Copies([1, 2, 3])
print type(c[1:]).__name__, c[1:], c[0], c[-1:]
print long(Number()), int(Number()) if hasattr(Number, '__int__') else 7

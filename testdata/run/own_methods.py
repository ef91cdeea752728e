# Methods that are called as those of dict are, but that are a class's own; keys that are keywords; cmp that may be None.
class Keys(object):
    def __init__(self, **options):
        self.options = options

    def has_key(self, key):
        return key in self.options

    def __contains__(self, key):
        return self.has_key(key)

    def m(self):
        pass


class Sub(dict):
    def has_key(self, key):
        return dict.has_key(self, key)

    def __contains__(self, key):
        return self.has_key(key)


k = Keys(async=1, other=2)
print k.has_key('async'), 'other' in k, sorted(k.options), Sub(a=1).has_key('a')
print sorted(dict(async=1, b=2).items())
print Keys.m.im_class is Keys


def order(xs, cmp=None):
    xs = list(xs)
    xs.sort(cmp)
    return xs, sorted(xs, cmp, None, True), sorted(xs, lambda a, b: cmp(b, a) if cmp else 0)


print order([3, 1, 2])[:2], order([3, 1, 2], lambda a, b: b - a)

class C:
    def has_key(self, k):
        return k == 1


def f(x, d):
    if x.has_key(2) and not d.has_key(3):
        return f(d.has_key, d)
    return d.has_key(1, 2)

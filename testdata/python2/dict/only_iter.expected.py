class M:
    def iteritems(self):
        return iter(())
    items = iteritems


def f(m, d):
    for k, v in m.items():
        print(k)
    for k in d.keys():
        print(k)
    return getattr(d, 'itervalues'), hasattr(d, 'iteritems')

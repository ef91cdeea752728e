class M:
    def iteritems(self):
        return iter(())


def f(m, d):
    for k, v in m.iteritems():
        print(k)
    for k in d.keys():
        print(k)
    return getattr(d, 'itervalues'), hasattr(d, 'iteritems')

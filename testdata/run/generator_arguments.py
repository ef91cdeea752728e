# A generator among other arguments comes first, wherever 2.7 lets it stand.
def f(*args, **options):
    return [isinstance(arg, int) and arg or list(arg) for arg in args], sorted(options)


order = []


def log(name, value):
    order.append(name)
    return value


y, z = [1, 2], [3]
print f(n for n in y, *z), f(*z, n for n in y), f(n for n in y, **{"k": 1})
print f(*log("star", z), n for n in log("generator", y)), f(*z, **log("options", {"k": 2})), order
print f(n for n in y if n > 1,), f((k)=1)


class Probe(object):
    def __getitem__(self, index):
        return index


print Probe()[. . .], Probe()[ .. ., 1]
print len([n for n in y if lambda: n if lambda: 0])
print \
  'joined', u''u''

# What a type is asked for by name, after rope's model of the builtins.


class Collector(object):
    def __init__(self, type):
        self.type = type
        self.found = {}

    def __call__(self, name, result=None):
        self.found[name] = getattr(self.type, name)

    def add(self, result, name):
        self.found[name] = getattr(self.type, name)


def list_methods():
    collector = Collector(list)
    collector('append')
    collector('__getslice__', result=1)
    collector.add(1, '__setslice__')
    collector.add(1, '__setitem__')
    return collector.found


def dict_methods():
    collector = Collector(dict)
    collector('has_key')
    collector('iteritems')
    for name in ['keys', 'values', 'itervalues', 'items', 'get', 'viewkeys', 'copy']:
        collector(name)


def text_methods():
    def add(name):
        return getattr(str, name)
    add('upper')
    add('decode')
    names = ['__getitem__', '__getslice__', 'capitalize', 'center', 'decode', 'encode', 'join', 'lower']
    return [add(name) for name in names]


cut = getattr(list, '__getslice__')
there = getattr(list, '__getslice__', None)


class Proxy(object):
    pass


print 'special'
for name in ('__getitem__', '__getslice__', '__len__', '__nonzero__', '__div__', '__truediv__', '__hex__', '__oct__'):
    setattr(Proxy, name, name)
print map(str.decode, lines), str.decode(data, 'utf-8'), bytes.decode, unicode.encode

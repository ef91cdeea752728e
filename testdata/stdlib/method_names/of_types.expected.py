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
    collector.add(1, '__setitem__')
    return collector.found


def dict_methods():
    collector = Collector(dict)
    collector('__contains__')
    collector('items')
    for name in ['keys', 'values', 'items', 'get', 'copy']:
        collector(name)


def text_methods():
    def add(name):
        return getattr(str, name)
    add('upper')
    names = ['__getitem__', 'capitalize', 'center', 'encode', 'join', 'lower']
    return [add(name) for name in names]


cut = getattr(list, '__getslice__')
there = getattr(list, '__getslice__', None)


class Proxy(object):
    pass


print('special')
for name in ('__getitem__', '__len__', '__bool__', '__truediv__', '__index__'):
    setattr(Proxy, name, name)
print(list(map(bytes.decode, lines)), bytes.decode(data, 'utf-8'), bytes.decode, str.encode)

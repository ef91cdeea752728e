import os


def load(name, package=None):
    return __import__(name, globals(), locals())


def load_attribute(name):
    return getattr(__import__(name, globals(), {}, [name],), name)


def load_reader(self):
    return __import__(self.reader_name, globals())


def load_prefixed(kind):
    return __import__('read_' + kind, globals(), locals())  # one of ours


helper = __import__('helper', globals(), locals(), [])
helper2 = __import__('helper', globals(), locals(), ['x'], -1)
system = __import__('os', globals(), locals(), [], -1)
absolute = __import__('helper')
other = __import__(make_name(), globals())
zero = __import__('helper', globals(), locals(), [], 0)
one = __import__('helper', globals(), locals(), [], 1)
named = __import__(name='helper', globals=globals(), level=-1)

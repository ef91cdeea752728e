import os
import importlib.util


def load(name, package=None):
    return __import__(name, globals(), locals(), level=1 if __package__ and importlib.util.find_spec('.' + name.partition('.')[0], __package__) else 0)


def load_attribute(name):
    return getattr(__import__(name, globals(), {}, [name], level=1 if __package__ and importlib.util.find_spec('.' + name.partition('.')[0], __package__) else 0), name)


def load_reader(self):
    return __import__(self.reader_name, globals(), level=1 if __package__ and importlib.util.find_spec('.' + self.reader_name.partition('.')[0], __package__) else 0)


def load_prefixed(kind):
    return __import__('read_' + kind, globals(), locals(), level=1 if __package__ and importlib.util.find_spec('.' + ('read_' + kind).partition('.')[0], __package__) else 0)  # one of ours


helper = __import__('helper', globals(), locals(), [], level=1)
helper2 = __import__('helper', globals(), locals(), ['x'], 1)
system = __import__('os', globals(), locals(), [], 0)
absolute = __import__('helper')
other = __import__(make_name(), globals())
zero = __import__('helper', globals(), locals(), [], 0)
one = __import__('helper', globals(), locals(), [], 1)
named = __import__(name='helper', globals=globals(), level=1)

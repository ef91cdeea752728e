# What is handed on has the cell, or is no class's namespace.
class Meta(type):
    def __new__(cls, name, bases, space):
        space['x'] = 1
        return type.__new__(cls, name, bases, space)


class Copies(type):
    def __new__(cls, name, bases, space):
        space = dict(space)
        return type.__new__(cls, name, bases, space)


class Knows(type):
    def __new__(cls, name, bases, space):
        new = {'__classcell__': space.pop('__classcell__', None)}
        return type.__new__(cls, name, bases, new)


class Point(tuple):
    def __new__(cls, a, b, c):
        return tuple.__new__(cls, (a, b, c))

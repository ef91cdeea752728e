import abc
import functools


class Meta(type):
    def __new__(mcs, name, bases, namespace):
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, *args):
        super().__init__(*args)


class Abstract(metaclass=abc.ABCMeta):
    def f(self):
        super().f()


@functools.total_ordering
class Ordered(Base):
    def __init_subclass__(cls, **named):
        super().__init_subclass__(**named)

import types as t
from types import FunctionType
import builtins


class InstanceType(object):
    """The type of a classic class's objects: of none in Python 3."""


x = isinstance(y, (list, type(None))), type(z) in (str,), isinstance(z, str)
isinstance(y, list), type(None).__name__, t.FunctionType, InstanceType, - int (3)
def f(int): return builtins.int

import types
from types import EllipsisType


def f(type, x):
    if x is not None and isinstance(x, EllipsisType):
        return type
    return isinstance(x, types.NoneType)

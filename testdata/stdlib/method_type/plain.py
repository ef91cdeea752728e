import types
from types import MethodType as bind
a = types.MethodType(f, obj, C)
b = bind(f, obj, g(x, y))
c = types.MethodType(f, None, C)

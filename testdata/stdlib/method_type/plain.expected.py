import types
from types import MethodType as bind
a = types.MethodType(f, obj)
b = bind(f, obj)
c = f

import types as t
from types import NoneType, StringTypes, FunctionType, ListType as L
x = isinstance(y, (t.ListType, NoneType)), type(z) in StringTypes, isinstance(z, t.StringTypes)
isinstance(y, L), t.NoneType.__name__, t.UnboundMethodType, t.InstanceType, - t . IntType (3)
def f(int): return t.IntType

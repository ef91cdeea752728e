import types as t
from types import FunctionType
import builtins
x = isinstance(y, (list, type(None))), type(z) in (str,), isinstance(z, str)
isinstance(y, list), type(None).__name__, t.FunctionType, t.InstanceType, - int (3)
def f(int): return builtins.int

from mine import types
import types as t
IntType = types.IntType
def f(types): return types.ListType, t.FunctionType

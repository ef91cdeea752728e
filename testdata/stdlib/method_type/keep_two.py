import types
a = types.MethodType(f, obj)
b = types.MethodType(*args)
c = types.FunctionType(a, b, c)

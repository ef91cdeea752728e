import types

print types.MethodType(a or b, None, A) == a
x = not types.MethodType(lambda s: 1, None, A)
f(types.MethodType(a or b, None, A))

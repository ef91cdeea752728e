a = isinstance(x, str)
b = isinstance(x, (str, int))
# text
c = isinstance(x, (int, str,
                   ))
d = isinstance(x, (str, int, float))
e = issubclass(x, (str, int))
f = type(x) in (int,)
g = type(x) not in (str, type(None))
h = isinstance(x, (types.Thing, str))
i = lazy(str, str), (str, str)
j = isinstance(x, str) and isinstance(x, (str))

a = isinstance(x, (str, unicode))
b = isinstance(x, (unicode, str, int))
c = isinstance(x, (int, str,
                   unicode,  # text
                   ))
d = isinstance(x, (basestring, unicode, long, int, float))
e = issubclass(x, ((str, unicode), int))
f = type(x) in (int, long)
g = type(x) not in (str, unicode, type(None))
h = isinstance(x, (types.Thing, unicode))
i = lazy(str, unicode), (str, unicode)
j = isinstance(x, ( unicode , str )) and isinstance(x, (unicode))

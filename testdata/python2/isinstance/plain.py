isinstance(x, (int, int))
if isinstance(x, (A, B, A)) and not isinstance(y, (int, long, float)): pass
isinstance(f(), ( A, B, B ))
isinstance(x, (str, unicode))

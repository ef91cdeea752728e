isinstance(x, int)
if isinstance(x, (A, B)) and not isinstance(y, (int, float)): pass
isinstance(f(), ( A, B ))
isinstance(x, str)

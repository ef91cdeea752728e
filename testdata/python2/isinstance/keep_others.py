isinstance(x, (int, float))
isinstance(x, (f(), f()))
isinstance(x, int)
self.isinstance(x, (int, int))

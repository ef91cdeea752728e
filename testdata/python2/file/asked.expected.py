from io import IOBase

print(isinstance(f, IOBase), isinstance(f, (str, IOBase)), issubclass(C, file))
class F(file): pass

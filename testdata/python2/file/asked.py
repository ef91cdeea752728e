print isinstance(f, file), isinstance(f, (str, file)), issubclass(C, file)
class F(file): pass

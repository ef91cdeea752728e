print isinstance(f, file), isinstance(f, (str, file)), issubclass(C, file)
class F(file): pass
method = getattr(file, 'read', None)
model = Model(file, attributes)
kinds = [str, file]
by_type = {file: 'a file'}
doc = file.__doc__
kind = file

from io import IOBase

from io import TextIOWrapper

print(isinstance(f, IOBase), isinstance(f, (str, IOBase)), issubclass(C, IOBase))
class F(file): pass
method = getattr(TextIOWrapper, 'read', None)
model = Model(IOBase, attributes)
kinds = [str, IOBase]
by_type = {TextIOWrapper: 'a file'}
doc = TextIOWrapper.__doc__
kind = IOBase

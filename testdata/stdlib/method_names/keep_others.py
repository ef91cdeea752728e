# Too few to be a type's methods, or of a type of one's own.
class Reader(object):
    def __init__(self, type):
        self.type = type

    def get(self, name):
        return getattr(self.type, name)


class Own(object):
    def __getitem__(self, key):
        return key


reader = Reader(Own)
reader.get('decode')
for name in ('next', 'previous', 'decode'):
    setattr(Own, name, getattr(Own, 'x', None))
for name in ('__getslice__', '__nonzero__'):
    setattr(Own, name, None)

class Proxy(object):
    METHODS = ('__iter__', 'flush', 'fileno', 'isatty', '__next__', 'read',
               'readline', 'readlines', 'seek', 'tell',
               'truncate', 'write', 'writelines')
    OTHERS = ['read', 'next', 'previous']

    def __init__(self, file):
        for method in self.METHODS:
            setattr(self, method, getattr(file, method))

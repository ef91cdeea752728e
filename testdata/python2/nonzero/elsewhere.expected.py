class Mixin(object):
    def __bool__(self):
        return self.__nonzero__()


class Other(object):
    def __nonzero__(self):
        return type(self).__bool__(self)


class Asks(object):
    def __nonzero__(self):
        return bool(self)


setattr(Mixin, '__bool__', lambda self: True)
Mixin.__bool__ = lambda self: bool(self.n)
print(hasattr(Mixin(), '__bool__'))

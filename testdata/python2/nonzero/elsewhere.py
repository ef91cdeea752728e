class Mixin(object):
    def __bool__(self):
        return self.__nonzero__()


class Other(object):
    def __nonzero__(self):
        return type(self).__bool__(self)


class Asks(object):
    def __nonzero__(self):
        return bool(self)


setattr(Mixin, '__nonzero__', lambda self: 1)
Mixin.__nonzero__ = lambda self: self.n
print hasattr(Mixin(), '__nonzero__')

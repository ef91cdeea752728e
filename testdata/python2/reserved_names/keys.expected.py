def options(first, **kw):
    return kw['async']


def given(async_=None, **kw):
    return async_


class C:
    async_ = 1

    def __init__(self, **kw):
        self.__dict__.update(kw)

    def set(self):
        return getattr(self, 'async_'), getattr(self, 'await', None)


rest = [1]
a = dict(**{'async': 1})
b = dict(x=1, y=3, **{'async': 2})
c = options(1, **{'async': a})
d = given(async_=a)
e = C(**{'async': 1})
f = dict(*rest, **{'async': 1})

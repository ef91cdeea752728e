def options(first, **kw):
    return kw['async']


def given(async=None, **kw):
    return async


class C:
    async = 1

    def __init__(self, **kw):
        self.__dict__.update(kw)

    def set(self):
        return getattr(self, 'async'), getattr(self, 'await', None)


rest = [1]
a = dict(async=1)
b = dict(x=1, async=2, y=3)
c = options(1, async=a)
d = given(async=a)
e = C(async=1)
f = dict(async=1, *rest)

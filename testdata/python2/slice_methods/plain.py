class A(UserList):
    def __getslice__(self, i, j): return self.data[i:j]
    def __getitem__(self, i): return self.data[i]
    def __setslice__(self, i, j, x): self.data[i:j] = x


class B(list):
    def __delslice__(self, i, j):
        list.__delslice__(self, i, j)
        list.__setslice__(self, i, max(i, j), [])

    @property
    def last(self): pass


class C:
    def __getslice__(self, i, j): pass
    __getitem__ = f


class D(f()):
    def __getslice__(self, i, j): pass


x = self.data.__getslice__

def _slice_ends(key, sequence):
    """The two numbers that Python 2 gives to __getslice__ and its like for a slice."""
    ends = [0 if key.start is None else key.start, 2 ** 63 - 1 if key.stop is None else key.stop]
    return [n + len(sequence) if n < 0 else n for n in ends]


class A(UserList):
    def __getslice__(self, i, j): return self.data[i:j]
    def __getitem__(self, i):
        if isinstance(i, slice) and i.step is None:
            return self.__getslice__(*_slice_ends(i, self))
        return self.data[i]
    def __setslice__(self, i, j, x): self.data[i:j] = x

    def __setitem__(self, key, value):
        if isinstance(key, slice) and key.step is None:
            return self.__setslice__(*(_slice_ends(key, self) + [value]))
        return UserList.__setitem__(self, key, value)


class B(list):
    def __delslice__(self, i, j):
        list.__delitem__(self, slice(i, j))
        list.__setitem__(self, slice(i, max(i, j)), [])

    def __delitem__(self, key):
        if isinstance(key, slice) and key.step is None:
            return self.__delslice__(*_slice_ends(key, self))
        return list.__delitem__(self, key)

    @property
    def last(self): pass


class C:
    def __getslice__(self, i, j): pass
    __getitem__ = f


class D(f()):
    def __getslice__(self, i, j): pass


x = self.data.__getslice__

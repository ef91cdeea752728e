def _compare_by_cmp(cls):
    """Gives a class with __cmp__ the methods that Python 3 compares by."""
    def method(signs):
        def compare(self, other):
            result = self.__cmp__(other)
            return result if result is NotImplemented else (result > 0) - (result < 0) in signs
        return compare
    names = {'__eq__': (0,), '__ne__': (-1, 1), '__lt__': (-1,), '__le__': (-1, 0), '__gt__': (1,), '__ge__': (0, 1)}
    for name in names:
        if getattr(cls, name, None) in (None, getattr(object, name, None), getattr(int, name, None)):
            setattr(cls, name, method(names[name]))
    return cls


def _slice_ends(key, sequence):
    """The two numbers that Python 2 gives to __getslice__ and its like for a slice."""
    ends = [0 if key.start is None else key.start, 2 ** 63 - 1 if key.stop is None else key.stop]
    return [n + len(sequence) if n < 0 else n for n in ends]


@_compare_by_cmp
class Version(object):
    def __cmp__(self, other):
        return self.compare(other)

    def __getslice__(self, i, j):
        return self.parts[i:j]

    def __setslice__(self, i, j, parts):
        self.parts[i:j] = parts

    def __setitem__(self, key, value):
        if isinstance(key, slice) and key.step is None:
            return self.__setslice__(*(_slice_ends(key, self) + [value]))
        raise TypeError('only slices are taken, not %r' % (key,))

    def __delslice__(self, i, j):
        del self.parts[i:j]

    def __delitem__(self, key):
        if isinstance(key, slice) and key.step is None:
            return self.__delslice__(*_slice_ends(key, self))
        raise TypeError('only slices are taken, not %r' % (key,))

    def __coerce__(self, other):
        return None

    def __hex__(self):
        return '0x0'

    def __getitem__(self, i):
        if isinstance(i, slice) and i.step is None:
            return self.__getslice__(*_slice_ends(i, self))
        return self.parts[i]


class Parts(list):
    def copy(self):
        return list.__oct__(self, 0, 9)

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


@_compare_by_cmp
class Ref(object):
    def __cmp__(self, other):
        if not isinstance(other, self.__class__):
            return int(self.__class__ != type(other))
        return (self.key > other.key) - (self.key < other.key)


print(int(type(1) != type('')), (type > 1) - (type < 1))

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
class Point(object):
    def __cmp__(self, other):
        return int(self.__dict__ != other.__dict__)


if int(a.__dict__ != b.__dict__):
    print(int({1: 2} != c), (a.x > b.x) - (a.x < b.x))

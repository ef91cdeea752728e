class A:
    def __cmp__(self, other): return 0
    def __lt__(self, other): return self.__cmp__(other) < 0


@functools.total_ordering
class B:
    def __cmp__(self, other): return 0


def __cmp__(a, b): pass

import functools


class Version(object):
    def __cmp__(self, other):
        return self.compare(other)

    def __eq__(self, other):
        return self.__cmp__(other) == 0

    def __hash__(self):
        return 0

    def __lt__(self, other):
        return self.__cmp__(other) < 0

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self.parts[i]
        return self.parts[int(i)]

    def __getslice__(self, i, j):
        return self[slice(i, j)]


@functools.total_ordering
class Other(object):
    def __cmp__(self, other):
        return 0


def __coerce__(a, b):
    return a, b

import operator
import collections.abc


def div(a, b):
    return a // b if isinstance(a, int) and isinstance(b, int) else a / b


def getslice(a, b, c):
    return a[b:c]


def isMappingType(x):
    return isinstance(x, collections.abc.Mapping)


def isSequenceType(x):
    return isinstance(x, collections.abc.Sequence)


a = list(filter(isSequenceType, xs))
b = list(map(isMappingType, xs))
c = div(a, b)
d = getslice(a, 1, 2)

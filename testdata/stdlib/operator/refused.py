import operator
from operator import isMappingType
a = filter(operator.isSequenceType, xs)
b = map(isMappingType, xs)
c = operator.div(a, b)
d = operator.getslice(a, 1, 2)

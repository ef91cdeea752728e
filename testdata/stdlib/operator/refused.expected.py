import operator
from operator import isMappingType
a = list(filter(operator.isSequenceType, xs))
b = list(map(isMappingType, xs))
c = operator.div(a, b)
d = operator.getslice(a, 1, 2)

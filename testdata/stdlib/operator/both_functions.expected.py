# py3k-test: --from 2 --target 2+3
import operator
from operator import isMappingType

a = callable(b) or operator.isSequenceType(b) or isMappingType(b) or callable(b)
c = operator.contains(b, 1)

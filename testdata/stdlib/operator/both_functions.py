# py3k-test: --from 2 --target 2+3
import operator
from operator import isCallable, isMappingType

a = operator.isCallable(b) or operator.isSequenceType(b) or isMappingType(b) or isCallable(b)
c = operator.sequenceIncludes(b, 1)

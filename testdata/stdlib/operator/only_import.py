from operator import isSequenceType
x = isSequenceType(y)

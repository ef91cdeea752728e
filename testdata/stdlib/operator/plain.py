import operator
print operator.isCallable(x), operator.sequenceIncludes(a, b)
if operator.isSequenceType(x) or not operator.isMappingType(`x`): pass
filter(operator.isCallable, xs)
operator.repeat(x, 3); operator.isNumberType(a or b)

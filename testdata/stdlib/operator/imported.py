from operator import isCallable, isNumberType as is_number, repeat, add
a = isCallable(x) and is_number(y)
b = repeat(x, 3)

import __builtin__
import __builtin__ as b
__builtin__.unicode(x), __builtin__.len, b.raw_input
__builtin__._ = 1

# py3k-test: --from 2 --target 2+3
import types
from types import StringType, UnicodeType

a = isinstance(b, (types.IntType, types.LongType, StringType, UnicodeType))
c = isinstance(d, types.StringTypes) or d is types.NoneType

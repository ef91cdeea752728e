# py3k-test: --from 2 --target 2+3
import types
from types import UnicodeType

a = isinstance(b, (int, types.LongType, str, UnicodeType))
c = isinstance(d, types.StringTypes) or d is type(None)

from types import FunctionType
NoneType = type(None)
from builtins import str as StringType
StringTypes = (str,)

nothing = NoneType

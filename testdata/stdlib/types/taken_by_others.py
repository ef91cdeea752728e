from types import NoneType, StringType, FunctionType, StringTypes

nothing = NoneType

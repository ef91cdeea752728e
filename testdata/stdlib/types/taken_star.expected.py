from types import *
from builtins import int as IntType
from builtins import list as ListType
NoneType = type(None)

number = int

from types import *

number = IntType

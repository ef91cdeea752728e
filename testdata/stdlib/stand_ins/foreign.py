import httplib
from doctest import Tester

print isinstance(x, (str, httplib.HTTP)), issubclass(y, Tester)

# py3k-test: -f local_star_import
from os import *
try:
    from posix import *
except ImportError:
    from nt import *

def f():
    from os.path import *  # here
    return join('a')

class C:
    if True:
        from stat import *
    def m(self): from string import *; from string import lower

def help1(): return 1
_a = 2
from os import sep
OTHER, z = 3, 4

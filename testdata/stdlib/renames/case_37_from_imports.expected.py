from sys import (maxsize,  # the largest
                 argv)
from sys import maxsize as biggest
import sys as s
if x: from sys import maxsize
print(maxsize, biggest, s.maxsize, repr(maxsize))

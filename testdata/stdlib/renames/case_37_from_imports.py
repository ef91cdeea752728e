from sys import (maxint,  # the largest
                 argv)
from sys import maxint as biggest
import sys as s
if x: from sys import maxint
print maxint, biggest, s.maxint, `maxint`

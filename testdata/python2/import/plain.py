import os
import helper
import helper as h, other
import  other , helper   # both
from helper import x, y as z
from  sub  import mod
from sub.mod import (
    a,  # first
    b,
)
from helper import *
if helper.x: import other; print 1

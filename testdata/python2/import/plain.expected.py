import os
from . import helper
from . import helper as h, other
from . import  other , helper   # both
from .helper import x, y as z
from  .sub  import mod
from .sub.mod import (
    a,  # first
    b,
)
from .helper import *
if helper.x: from . import other; print(1)

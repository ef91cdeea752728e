import os
from . import helper
from . import helper
import os, sys
from . import other as o
import os.path  # paths
from .sub import mod as m
def f(): import os; from . import helper; return os, helper
if helper: from . import helper; import os

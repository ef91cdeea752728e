import os, helper
import helper, os, other as o, sys
import os.path, sub.mod as m  # paths
def f(): import os, helper; return os, helper
if helper: import helper, os

import sys
import importlib
importlib.reload(sys)
if x: importlib.reload( m )  # again

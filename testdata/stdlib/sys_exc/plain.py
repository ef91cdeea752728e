import sys
print sys.exc_type, sys.exc_value.args
tb = sys. exc_traceback

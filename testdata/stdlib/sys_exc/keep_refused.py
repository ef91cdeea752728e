import sys
sys.exc_type = None
try:
    pass
except ValueError:
    sys.exc_clear()
    again()
except KeyError:
    sys.exc_clear()
    raise
else:
    x = sys.exc_clear()
try:
    pass
except ValueError:
    for y in x:
        sys.exc_clear()

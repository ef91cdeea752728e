import sys
if sys:
    pass

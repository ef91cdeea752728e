from contextlib import *
from ours import *

with nested(a, b):
    pass

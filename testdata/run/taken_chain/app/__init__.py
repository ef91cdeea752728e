from compat import Queue
from types import *
from types import NoneType

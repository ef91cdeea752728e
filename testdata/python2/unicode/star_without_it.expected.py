from texts import *

name = str(1)

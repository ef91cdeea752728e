import os, sys
from sys import exc_clear, setcheckinterval, setdefaultencoding
from contextlib import nested
import imp as loader

with nested(a, b) as (c, d):
    os.popen3("ls")
m = loader.load_source("a", "b.py")

import dbm
from dbm import error as e
def f(anydbm): return anydbm.open
if dbm.whichdb(f): d = dbm.open(f)

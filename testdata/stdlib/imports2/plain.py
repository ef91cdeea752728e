import anydbm, whichdb
from anydbm import error as e
def f(anydbm): return anydbm.open
if whichdb.whichdb(f): d = anydbm.open(f)

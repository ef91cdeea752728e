if x: pass
try:
    pass
except ImportError:
    pass
def f():
    return map
class A: from builtins import zip as izip

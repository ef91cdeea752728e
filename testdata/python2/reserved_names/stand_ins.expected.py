try:
    True
except NameError:
    pass

if not hasattr(__builtins__, 'True'): pass

def f(a=True): return False, a

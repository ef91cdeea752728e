try:
    True
except NameError:
    (True, False) = (1, 0)

if not hasattr(__builtins__, 'True'): True = 1; False = 0

def f(a=True): return False, a

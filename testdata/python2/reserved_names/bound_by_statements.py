import os as True
class False: pass
def f():
    global None
    for True in 1, 2: print True
    with open("x") as False: print False.read()
    return [True for True in "ab"], lambda False, (True, x): (False, x)
def g():
    global a, None
    try: f()
    except ValueError, True: print True
print f((True)=1), lambda(False), *k: False
from m import False as k
True -= 1
print [v for (True), in k], [async for async in k], [async + async for v in k]

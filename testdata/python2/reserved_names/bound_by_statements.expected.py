import os as True_
class False_: pass
def f():
    for True_ in 1, 2: print(True_)
    with open("x") as False_: print(False_.read())
    return [True_ for True_ in "ab"], lambda False_, True_x: (False_, True_x[1])
def g():
    global a
    try: f()
    except ValueError as True_: print(True_)
print(f(True_=1), lambda False_, *k: False_)
from m import False_ as k
True_ -= 1
print([v for (True_), in k], [async_ for async_ in k], [async_ + async_ for v in k])

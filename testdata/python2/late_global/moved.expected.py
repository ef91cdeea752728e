# py3k-test: -f late_global
def plain():
    """It has a docstring."""
    global count
    count = 1
    # the module's
    return count

def read_first(flag):
    global total
    if flag:
        print total
    else:
        pass
    total = 1

def two():
    global a, b, c
    a = b = 1
    return a, b

def both_places():
    global n
    n = 1
    if n:
        n = 2

def one_line(): global x; x = 1; return x

class Holder:
    global limit
    limit = 3

level = 1
if level: pass

def looped():
    global item, os
    for item in range(3): pass
    import os

def first_iterable():
    global names
    ys = [1 for y in names]

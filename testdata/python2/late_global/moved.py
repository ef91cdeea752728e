# py3k-test: -f late_global
def plain():
    """It has a docstring."""
    count = 1
    global count  # the module's
    return count

def read_first(flag):
    if flag:
        print total
    else:
        global total
    total = 1

def two():
    a = b = 1
    global a
    global b, c
    return a, b

def both_places():
    global n
    n = 1
    if n:
        global n
        n = 2

def one_line(): x = 1; global x; return x

class Holder:
    limit = 3
    global limit

level = 1
global level
if level: global level

def looped():
    for item in range(3): pass
    import os
    global item, os

def first_iterable():
    ys = [1 for y in names]
    global names

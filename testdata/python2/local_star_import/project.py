def f():
    from os.path import *
    return join('a', basename('x'))
def g():
    from helper3 import *
    return help1() + len(x) + OTHER
class C:
    from os import *
    x = getcwd()

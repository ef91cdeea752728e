def f():
    from os.path import basename, join
    return join('a', basename('x'))
def g():
    from helper3 import OTHER, help1
    return help1() + len(x) + OTHER
class C:
    from os import getcwd
    x = getcwd()

def f():
    from os import *
    print getcwd()

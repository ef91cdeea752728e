def f():
    from unknown import *
    print getcwd()

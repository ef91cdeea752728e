import os
def f(sys):
    return intern(sys)

import os
import sys as sys_module
def f(sys):
    return sys_module.intern(sys)

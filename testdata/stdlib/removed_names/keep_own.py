class Sys(object):
    subversion = 1


def f(os, sys):
    os.popen3(1)
    return sys.subversion, nested

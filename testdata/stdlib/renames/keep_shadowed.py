from mine import sys
def f(maxint):
    return maxint + sys.maxint

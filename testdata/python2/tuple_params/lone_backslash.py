x = 1
\
def f((a,   # first
       b)):
    return a

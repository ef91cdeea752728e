class long(object):
    pass


long(3).long = long
f(long=1)

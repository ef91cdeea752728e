# py3k-test: -f late_global
def again():
    global n
    print n

def read():
    global m
    print m

def first():
    global m
    return m

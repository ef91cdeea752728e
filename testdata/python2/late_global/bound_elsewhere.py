# py3k-test: -f late_global
def again():
    global n
    print n
    global n

def read():
    print m
    global m

def first():
    global m
    return m

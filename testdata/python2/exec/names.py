import sys


def taken(n, code):
    exec "a = 2"
    exec "b = %d" % n
    print a, b
    if n: exec "c = 1"; print c
    exec code
    return result


def doubtful(code):
    found = None
    exec code
    return found


def late():
    for n in range(2):
        if n:
            print a
        exec "a = n"


def nothing(code):
    exec code
    exec "print 1"
    exec "x == 2"


def of_module():
    print limit
    exec "limit = 3"
    return limit


limit = 2

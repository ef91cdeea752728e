import sys


def taken(n, code):
    scope = dict(locals())
    exec("a = 2", globals(), scope)
    a = scope['a']
    scope = dict(locals())
    exec("b = %d" % n, globals(), scope)
    b = scope['b']
    print(a, b)
    if n: scope = dict(locals()); exec("c = 1", globals(), scope); c = scope['c']; print(c)
    scope = dict(locals())
    exec(code, globals(), scope)
    result = scope['result']
    return result


def doubtful(code):
    found = None
    exec(code)
    return found


def late():
    for n in range(2):
        if n:
            print(a)
        exec("a = n")


def nothing(code):
    exec(code)
    exec("print 1")
    exec("x == 2")


def of_module():
    print(limit)
    exec("limit = 3")
    return limit


limit = 2

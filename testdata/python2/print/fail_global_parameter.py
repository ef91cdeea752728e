def f(a):
    global a
    print a

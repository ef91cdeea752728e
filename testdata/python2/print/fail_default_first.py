def f(a=1, b): print 1

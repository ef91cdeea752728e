print f(a=1, 2)

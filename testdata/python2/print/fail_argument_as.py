print f(a as b)

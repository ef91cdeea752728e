def f(a, a): print a

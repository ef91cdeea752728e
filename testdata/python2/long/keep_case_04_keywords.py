f(long=1)
x = y.long, dict(long=2)

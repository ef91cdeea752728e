def f(n, ns):
    exec (open(n), ns)
    exec((open(n)), ns)
    exec (n, ns)

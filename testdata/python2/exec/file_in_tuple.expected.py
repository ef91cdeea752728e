def f(n, ns):
    exec (open(n).read(), ns)
    exec((open(n).read()), ns)
    exec (n, ns)

exec(open(a).read())
exec(open(a).read())
exec(open(a).read(), scope)
exec (open(a, 'r').read())
def f(open, scope):
    exec(open(a), scope)

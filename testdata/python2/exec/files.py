exec open(a)
exec open(a).read()
exec open(a) in scope
exec (open(a, 'r'))
def f(open, scope):
    exec open(a) in scope

def apply(f, args):
    return f(args)
apply(f, args)
x.apply(f, args)

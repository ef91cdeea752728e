run = apply
print map(apply, functions, [(1, 2)] * len(functions)), apply(*pair)
def f(g=apply, *rest): return g or apply

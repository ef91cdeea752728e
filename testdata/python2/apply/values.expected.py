run = lambda f, args=(), keywords={}: f(*args, **keywords)
print(list(map(lambda f, args=(), keywords={}: f(*args, **keywords), functions, [(1, 2)] * len(functions))), apply(*pair))
def f(g=lambda f, args=(), keywords={}: f(*args, **keywords), *rest): return g or (lambda f, args=(), keywords={}: f(*args, **keywords))

print(f.__name__, f.__code__.co_argcount)
wrapper.__name__ = f.__name__
wrapper.__dict__.update(f.__dict__)
m.__func__.__defaults__, f.__closure__, f.__doc__, f.__globals__
if hasattr(f, '__code__'): code = getattr(f, "__code__")

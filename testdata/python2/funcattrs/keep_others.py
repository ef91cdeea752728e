func_name = 1
f(func_name=func_name)
f.__name__

def ask(function, name):
    return getattr(function, name)


def other(name):
    return name


print(ask(ask, '__name__'), other('func_name'))

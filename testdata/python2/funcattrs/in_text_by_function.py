def ask(function, name):
    return getattr(function, name)


def other(name):
    return name


print ask(ask, 'func_name'), other('func_name')

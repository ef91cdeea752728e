
PY_SOURCE = 1


def div(a, b):
    return a // b if isinstance(a, int) and isinstance(b, int) else a / b


kinds = [1]

# Nothing here tells types apart that became one.
def f(s, n, bytes):
    if isinstance(s, str):
        s = s + '.'
    elif isinstance(n, int):
        n = s.encode('utf-8')
    else:
        n = n.decode('utf-8')
    if isinstance(n, (int, float)) and n is not None:
        return {str: s, int: n}
    return s.encode('utf-8') if s else n


def g(unicode, long, x):
    if isinstance(x, str):
        return 1
    elif isinstance(x, unicode):
        return x.encode('utf-8')
    elif isinstance(x, int) or isinstance(x, long):
        return {int: 1, long: 2}

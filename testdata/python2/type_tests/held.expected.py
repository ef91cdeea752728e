def lazy(*classes):
    a = bytes in classes
    b = str in classes
    assert not (a and b)
    return a, b

D = {str: 'bytes', int: 'n'}
print(D[type('a')], D[type('a')])

def f(x):
    t = type(x)
    if t == str:
        return 'bytes'
    if t is str:
        return 1

def g(kind):
    if kind is str:
        return 1

def h(x):
    if issubclass(x, str):
        return 1
handlers = [(str, f), (str, g)]
D[str] = 1
D[str] = 2


def one_after_another(s, kind):
    if isinstance(s, str):
        return s
    if type(s) is int:
        return 1
    s = s.other
    if s.__class__ is str:
        return 4
    if kind is int:
        return 5
    return bytes not in kind or str not in kind or str in other


import sqlite3
sqlite3.register_adapter(bytes, lambda s: s.decode('utf-8'))
sqlite3.register_adapter(str, lambda s: s.strip())
BY = {bytes: lambda s: s.decode('utf-8'), int: str}
PAIRS = [(bytes, lambda s: s.decode('utf-8'))]


def safe(obj, encoding='utf-8'):
    t = type(obj)
    if t is str:
        return obj
    elif t is bytes:
        return obj.decode(encoding)
    return str(obj)

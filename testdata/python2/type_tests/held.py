def lazy(*classes):
    a = str in classes
    b = unicode in classes
    assert not (a and b)
    return a, b

D = {str: 'bytes', unicode: 'text', int: 'n', long: 'big'}
print D[type('a')], D[type(u'a')]

def f(x):
    t = type(x)
    if t == str:
        return 'bytes'
    elif t == unicode:
        return 'text'
    if t is str or t is unicode:
        return 1

def g(kind):
    if kind is str:
        return 1
    if kind is unicode:
        return 2

def h(x):
    if issubclass(x, str):
        return 1
    if issubclass(x, unicode):
        return 2
handlers = [(str, f), (unicode, g)]
D[str] = 1
D[unicode] = 2


def one_after_another(s, kind):
    if isinstance(s, unicode):
        return s.encode('utf-8')
    if isinstance(s, str):
        return s
    if type(s) is int:
        return 1
    if type(s) is long:
        return 2
    if s.__class__ is unicode:
        return 3
    s = s.other
    if s.__class__ is str:
        return 4
    if kind is long:
        return 5
    return str not in kind or unicode not in kind or str in other


import sqlite3
sqlite3.register_adapter(str, lambda s: s.decode('utf-8'))
sqlite3.register_adapter(str, lambda s: s.strip())
BY = {str: lambda s: s.decode('utf-8'), int: str}
PAIRS = [(str, lambda s: s.decode('utf-8'))]


def safe(obj, encoding='utf-8'):
    t = type(obj)
    if t is unicode:
        return obj
    elif t is str:
        return obj.decode(encoding)
    return unicode(obj)

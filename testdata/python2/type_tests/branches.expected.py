import types
import codecs


def f(s, n, key):
    if key is None:
        # Stays.
        key = s
    if isinstance(s, str):
        pass
    if n.__class__ is int:
        n += 1
        # goes as well
    # stays
    elif n:
        n = [x for x in n]
    if type(key) == str:
        return 1
    elif type(key) in [str]:
        return 3
    elif isinstance(key, (int, float)):
        return 4
    if isinstance(s, bytes) and not isinstance(s, str):
        s = s.decode('utf-8')
    if isinstance(s, bytes) and s:
        s = str(s, 'utf-8')
    if isinstance(s, str):
        s = codecs.decode(s, 'hex')
    if type(s) == bytes:
        s = s.decode('utf-8')
    return type(n) == int


def g(s):
    while True:
        s = s.strip()

        # A comment.
        if s:
            break
    try:
        pass
    except UnicodeError: pass

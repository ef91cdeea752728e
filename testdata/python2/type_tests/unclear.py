import hashlib
from types import StringType, UnicodeType


def digest(s):
    if isinstance(s, unicode):
        s = s.encode('utf-8')
    return hashlib.md5(s).hexdigest()


def early(s):
    if not isinstance(s, unicode):
        return s
    return s.encode('utf-8')


def beside(s, n):
    if isinstance(s, unicode) or n:
        s = s.encode('utf-8')
    elif not isinstance(n, int):
        pass
    elif not isinstance(n, long):
        n = 1
    else:
        n = 2
    return isinstance(s, unicode) and s.encode('utf-8') or s


def number(n):
    if type(n) is long:
        return repr(n)[:-1]
    return isinstance(n, long)


def imported(s):
    if type(s) == StringType:
        return 1
    elif type(s) == UnicodeType:
        return 2


def hidden(s, str):
    if isinstance(s, unicode):
        return hashlib.md5(s.encode('utf-8'))


dispatch = {str: digest, unicode: early, int: number, long: number}


def more(s, out):
    if isinstance(s, str):
        s = s.decode('utf-8')
        out.append(s)
    if isinstance(s, basestring):
        if isinstance(s, str):
            s = s.decode('utf-8')
        out.append(s)

import hashlib


def digest(s):
    if isinstance(s, str):
        s = s.encode('utf-8')
    return hashlib.md5(s).hexdigest()


def early(s):
    if not isinstance(s, str):
        return s
    return s.encode('utf-8')


def beside(s, n):
    if isinstance(s, str) or n:
        s = s.encode('utf-8')
    elif not isinstance(n, int):
        pass
    elif not isinstance(n, int):
        n = 1
    else:
        n = 2
    return isinstance(s, str) and s.encode('utf-8') or s


def number(n):
    if type(n) is int:
        return repr(n)[:-1]
    return isinstance(n, int)


def imported(s):
    if type(s) == str:
        return 1
    elif type(s) == str:
        return 2


def hidden(s, str):
    if isinstance(s, unicode):
        return hashlib.md5(s.encode('utf-8'))


dispatch = {str: digest, int: number}


def more(s, out):
    if isinstance(s, str):
        s = s.decode('utf-8')
        out.append(s)
    if isinstance(s, (str, bytes)):
        if isinstance(s, bytes):
            s = s.decode('utf-8')
        out.append(s)

def force(s, encoding='utf-8', errors='strict'):
    if isinstance(s, str):
        return s
    if not isinstance(s, (str, bytes),):
        s = str(s)
    elif not isinstance(s, str):
        s = s.decode(encoding, errors)
    return s


def smart(s, encoding='utf-8'):
    if isinstance(s, Promise):
        return str(s).encode(encoding)
    elif not isinstance(s, (str, bytes)):
        return str(s)
    elif s and encoding != 'utf-8':
        return s.decode('utf-8').encode(encoding)
    else:
        return s


def inside(s):
    if isinstance(s, (str, bytes)):
        if not isinstance(s, str):
            s = s.decode('utf-8')
        return s
    return ''


def neither(s):
    if isinstance(s, str):
        return s.upper()
    if not isinstance(s, str):
        return s

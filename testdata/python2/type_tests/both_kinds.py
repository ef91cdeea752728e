def force(s, encoding='utf-8', errors='strict'):
    if isinstance(s, unicode):
        return s
    if not isinstance(s, basestring,):
        s = unicode(str(s), encoding, errors)
    elif not isinstance(s, unicode):
        s = s.decode(encoding, errors)
    return s


def smart(s, encoding='utf-8'):
    if isinstance(s, Promise):
        return unicode(s).encode(encoding)
    elif not isinstance(s, basestring):
        return str(s)
    elif isinstance(s, unicode):
        return s.encode(encoding)
    elif s and encoding != 'utf-8':
        return s.decode('utf-8').encode(encoding)
    else:
        return s


def inside(s):
    if isinstance(s, basestring):
        if not isinstance(s, unicode):
            s = s.decode('utf-8')
        return s
    return u''


def neither(s):
    if isinstance(s, basestring):
        return s.upper()
    if not isinstance(s, basestring):
        return s

import types


def f(s, n, key):
    if isinstance(s, unicode) and len(s) > 1:
        s = s.encode('utf-8')
    elif key is None:
        # Stays.
        key = s
    if isinstance(s, basestring):
        if isinstance(s, unicode):
            s = s.encode('utf-8')
    if n.__class__ is int:
        n += 1
    elif n.__class__ is long:  # goes
        n += 2
        # goes as well
    # stays
    elif n:
        n = [x.encode('utf-8') if isinstance(x, unicode) else x for x in n]
    if type(key) == types.StringType:
        return 1
    elif type(key) == types.UnicodeType:
        return 2
    elif type(key) in [str, unicode]:
        return 3
    elif isinstance(key, (types.IntType, types.LongType, types.FloatType)):
        return 4
    if isinstance(s, basestring) and not isinstance(s, unicode):
        s = s.decode('utf-8')
    if isinstance(s, str) and s:
        s = unicode(s, 'utf-8')
    if isinstance(s, str):
        s = s.decode('hex')
    if type(s) == types.StringType:
        s = s.decode('utf-8')
    return type(n) == int or type(n) == long


def g(s):
    while True:
        if not isinstance(s, unicode):
            s = s.strip()

            # A comment.
            if s:
                break
        else:
            s = s.encode('utf-8')
    try:
        if isinstance(s, unicode): s = s.encode('utf-8')
    except UnicodeError: pass

# Tests that told text from bytes, and int from long.
import types


def to_native(s):
    if isinstance(s, unicode):  # a comment that goes
        # and another
        return s.encode('utf-8')
    return str(s)


def to_text(s):
    if isinstance(s, str):
        s = s.decode('utf-8')
    return s


def to_text_otherwise(s):
    if not isinstance(s, unicode):
        s = unicode(s)
    return s


def kind(x):
    if isinstance(x, str):
        return 'text'
    elif isinstance(x, unicode):
        return 'text'  # the same
    elif isinstance(x, int):
        return 'number'
    elif isinstance(x, long):
        return 'long number'
    else:
        return 'other'


def turned(x):
    if isinstance(x, unicode):
        x = x.encode('utf-8')
    elif isinstance(x, str):
        for c in x:
            if c == 'a':
                continue
            x = x + '!'
    else:
        x = '?'
    return x


def with_else(x):
    if isinstance(x, unicode):
        x = x.encode('utf-8')
    else:
        # a comment
        for c in range(2):
            if c:
                x = '''%s
        more''' % x
            else:
                x = str(x)

        x = (x +
      '.')
    return len(x) > 0 and x[0]


def negative(x):
    if not isinstance(x, unicode):
        y = str(x)
        y += '-'
    else:
        y = x.encode('utf-8')
    return y[0]


def decoded(s):
    if isinstance(s, unicode):
        return s
    elif isinstance(s, str):
        return s.decode('utf-8')
    return unicode(s)


def by_type(s):
    if type(s) is str:
        return s.decode('utf-8')
    if type(s) == types.StringType or type(s) == types.UnicodeType:
        return s
    return [types.IntType, types.LongType].index(type(s))


def early(s):
    if not isinstance(s, str):
        return s
    return s.decode('ascii')


def native(s):
    return isinstance(s, basestring) and not isinstance(s, unicode)


def any_int(n):
    return isinstance(n, int) or isinstance(n, long)


def no_int(n):
    return not isinstance(n, int) and not isinstance(n, long)


def short(s):
    return s.encode('utf-8') if isinstance(s, unicode) else s


def inline(s):
    if isinstance(s, unicode): s = s.encode('utf-8')
    return s


def number(n):
    if type(n) in (types.IntType, types.LongType) and isinstance(n, (types.IntType, types.LongType)):
        return 'int'
    return 'none'


names = {str: 'text', unicode: 'text', int: 'int', long: 'int'}

print to_native('a'), to_native(u'b'), to_native(3)
print to_text('a') + u'b', to_text(u'c'), to_text_otherwise(4), to_text_otherwise('d')
print kind('a'), kind(u'a'), kind(1), kind([])
print turned('ab'), turned(3), with_else(12), negative(3), decoded('a') + decoded(u'b') + decoded(5)
print by_type('x'), by_type(u'x'), by_type(1), early('e'), early(5), native('a'), native(2)
print any_int(1), any_int(1L), any_int('a'), no_int(1), no_int('a'), short(u's'), short('t'), inline(u'u')
print number(1), number(2L), number('a'), names[type('a')], names[type(u'a')], names[type(1)]


def checksum(s):
    import hashlib
    h = hashlib.md5()
    if isinstance(s, unicode):
        h.update(s.encode('utf-8'))
    elif isinstance(s, str):
        h.update(s)
    return h.hexdigest()


def is_ascii(s):
    if isinstance(s, unicode):
        try:
            s.encode('ascii')
        except UnicodeError:
            return False
    return True


print checksum('a'), checksum(u'a'), checksum(b'a'), is_ascii(u'\xe9'), is_ascii(u'e')

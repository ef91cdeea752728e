# An exception of Python 2 can be gone through.
def f(*args):
    return args


try:
    raise IOError(2, 'no file')
except IOError, e:
    print tuple(e), list(e), f(*e), map(str, e), '%s-%s' % tuple(e)
    for part in e:
        print part,
    print [x for x in e], sorted(e, key=str)

try:
    try:
        raise ValueError('a', 'b')
    except ValueError, e:
        raise KeyError(*tuple(e))
except KeyError, e:
    print e.args

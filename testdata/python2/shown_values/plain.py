import sys
n = 10L
ids = [1L, 2L]
print n, ids, (3L,), {'a': 4L}, [5, 6]
print repr(n), `n`, str(n), '%s %r' % (n, n), '%d' % n
print repr(9223372036854775808), 9223372036854775808
print map(long, texts), [long(x) for x in texts], map(int, texts)
print [u'a'], u'a', repr(u'a'), '%r' % u'b', '%s' % [u'c'], str((u'd',)), ['e']
print type(1), type('a'), type(x), sys.exc_type
print x / 3.0, 1.5, x, '%s' % (x * 1.5), '%.2f' % (x * 1.5), str(2.0 / x), repr(2.0 / x)
print {'b': 1, 'a': 2}, {'b': 1}, {1: 2, 3: 4}
colours = {'red': 1, 'blue': 2}
print colours, colours.keys(), sorted(colours), len(colours)
if str(type(x)) == "<type 'str'>":
    pass
NAMES = {"<type 'int'>": 'int'}
print repr(n)[:-1], repr(n).rstrip('L')
def f():
    """A docstring that says <type 'int'>."""

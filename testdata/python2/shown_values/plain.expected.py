import sys
n = 10
ids = [1, 2]
print(n, ids, (3,), {'a': 4}, [5, 6])
print(repr(n), repr(n), str(n), '%s %r' % (n, n), '%d' % n)
print(repr(9223372036854775808), 9223372036854775808)
print(list(map(int, texts)), [int(x) for x1 in texts if [x := x1]], list(map(int, texts)))
print(['a'], 'a', repr('a'), '%r' % 'b', '%s' % ['c'], str(('d',)), ['e'])
print(type(1), type('a'), type(x), sys.exc_info()[0])
print(x / 3.0, 1.5, x, '%s' % (x * 1.5), '%.2f' % (x * 1.5), str(2.0 / x), repr(2.0 / x))
print({'b': 1, 'a': 2}, {'b': 1}, {1: 2, 3: 4})
colours = {'red': 1, 'blue': 2}
print(colours, list(colours.keys()), sorted(colours), len(colours))
if str(type(x)) == "<type 'str'>":
    pass
NAMES = {"<type 'int'>": 'int'}
print(repr(n), repr(n).rstrip('L'))
def f():
    """A docstring that says <type 'int'>."""

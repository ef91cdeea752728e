# An exception of Python 2 can be gone through.
def f(*args):
    return args


try:
    raise IOError(2, 'no file')
except IOError as e:
    print(tuple(e.args), list(e.args), f(*e.args), list(map(str, e.args)), '%s-%s' % tuple(e.args))
    for part in e.args:
        print(part, end=' ')
    print([x for x in e.args], sorted(e.args, key=str))

try:
    try:
        raise ValueError('a', 'b')
    except ValueError as e:
        raise KeyError(*tuple(e.args))
except KeyError as e:
    print(e.args)

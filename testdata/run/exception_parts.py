# What is raised of a class, a value and a traceback; and what is read of an exception.
import sys


class E(Exception):
    pass


def fail(exc_class, message, tb):
    raise exc_class, message, tb


def traceback():
    try:
        raise KeyError('k')
    except KeyError:
        return sys.exc_info()


for kind, value in [(E, 'text'), (ValueError, 'other')]:
    try:
        fail(kind, value, traceback()[2])
    except Exception, e:
        print e.__class__.__name__, e, e[0], e[0:1]

info = traceback()
try:
    raise info[0], info[1], info[2]
except KeyError, e:
    print e is info[1]

a, b = [E], ['n', 'of b']
try:
    raise a[0], b[1], info[2]
except E, e:
    print e.__class__.__name__, e

made = E('w', 2)
try:
    raise E, made
except E, e:
    first, second = e
    print e is made, first, second

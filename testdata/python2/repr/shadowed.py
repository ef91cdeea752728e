def f(repr):
    return `a`, `b, c`, `a`.b, -`a`
def g():
    return `a`
from reprlib import repr
a = `b`

x = reduce(f, [1])
from functools import wraps


def g(y):
    return reduce(f, y), wraps

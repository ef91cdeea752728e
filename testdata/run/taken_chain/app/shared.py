from compat import *


def total(numbers):
    return reduce(lambda a, b: a + b, numbers)

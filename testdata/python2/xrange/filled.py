import random
from itertools import *


def fill(a):
    a[2:5] = range(3)
    a[0] = range(3)
    print bytearray(range(5)), random.choice(range(9)), random.sample(range(9), 2)
    for x in izip(range(3), 'abc'):
        print x
    return dict(zip('abc', range(3)), **a[1])


def varied(b):
    numbers = range(9)
    numbers[2] = b
    others = range(b)
    return numbers, others[2]

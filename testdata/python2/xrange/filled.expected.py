import random
from itertools import *


def fill(a):
    a[2:5] = range(3)
    a[0] = list(range(3))
    print(bytearray(range(5)).decode('utf-8'), random.choice(range(9)), random.sample(range(9), 2))
    for x in zip(range(3), 'abc'):
        print(x)
    return dict(zip('abc', range(3)), **a[1])


def varied(b):
    numbers = list(range(9))
    numbers[2] = b
    others = list(range(b))
    return numbers, others[2]

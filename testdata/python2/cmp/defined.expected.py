#!/usr/bin/env python
"""Words."""
from functools import partial
import os


def cmp(a, b):
    return (a > b) - (a < b)


LIMIT = 3


def key(word):
    return cmp(word.lower(), word), cmp(LIMIT, len(word))


compare = partial(cmp, LIMIT)
print(cmp(*pair))

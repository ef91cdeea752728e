#!/usr/bin/env python
"""Words."""
from functools import partial
import os

LIMIT = 3


def key(word):
    return cmp(word.lower(), word), cmp(LIMIT, len(word))


compare = partial(cmp, LIMIT)
print cmp(*pair)

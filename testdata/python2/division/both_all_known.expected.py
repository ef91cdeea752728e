# py3k-test: --from 2 --target 2+3
from __future__ import division
def f(xs):
    x = len(xs) // 2
    return x / 2.5

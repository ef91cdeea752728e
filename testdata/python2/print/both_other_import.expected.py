# py3k-test: --from 2 --target 2+3
"""What it is."""

from __future__ import print_function

from functools import reduce

total = reduce(add, items)
print("total", total)

# py3k-test: --from 2 --target 2+3
from __future__ import print_function
def f():
    """Prints.

    >>> print f()
    None
    """
    print("a", "b")

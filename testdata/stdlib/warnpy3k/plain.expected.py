"""A module that is going."""
import sys
import warnings
from warnings import warn
if len(sys.argv) > 1:
    pass


def f():
    pass


def g():
    return warnings.warnpy3k

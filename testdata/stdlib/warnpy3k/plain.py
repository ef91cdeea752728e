"""A module that is going."""
import sys
import warnings
from warnings import warnpy3k, warn
from warnings import warnpy3k as _warnpy3k
warnpy3k("the module has been removed",
         stacklevel=2)
del warnpy3k
if len(sys.argv) > 1:
    _warnpy3k("gone")


def f():
    warnings.warnpy3k("x")


def g():
    warnings.warnpy3k("x")
    return warnings.warnpy3k

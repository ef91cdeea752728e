import types
import builtins


def f(type, x):
    if x is not None and isinstance(x, builtins.type(Ellipsis)):
        return type
    return isinstance(x, builtins.type(None))

try:
    from . import helper
except (ImportError, ValueError):
    import helper
try:
    from pkg.sub import mod
except ImportError:
    from sub import mod
try:
    from .helper import f
except ImportError:
    from helper import f
try:
    from .helper import g
except ImportError:
    from .other import g
print(f)

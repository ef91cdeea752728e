class C:
    from . import helper

    def method(self):
        from . import other as o
        from .sub import mod
        return o, mod

try:
    from . import helper
except ImportError:
    helper = None
try:
    from _speedups import f
except ImportError:
    from .helper import f

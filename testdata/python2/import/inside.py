class C:
    import helper

    def method(self):
        import other as o
        from sub import mod
        return o, mod

try:
    import helper
except ImportError:
    helper = None
try:
    from _speedups import f
except ImportError:
    from helper import f

try:
    from future_builtins import filter
except ImportError:
    pass

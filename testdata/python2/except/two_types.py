try:
    f()
except ValueError, TypeError:
    pass

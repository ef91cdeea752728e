try:
    f()
except ValueError as TypeError:
    pass

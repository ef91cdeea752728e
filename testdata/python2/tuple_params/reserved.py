def f((async, b), (c, d)): print b, async
def g((True, a)):
    """Doc."""
    return True

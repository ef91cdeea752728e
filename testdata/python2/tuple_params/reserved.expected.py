def f(async_b, c_d): (async_, b) = async_b; (c, d) = c_d; print(b, async_)
def g(True_a):
    """Doc."""
    (True_, a) = True_a
    return True_

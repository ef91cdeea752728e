# py3k-test: --from 2 --target 2+3
def f():
    """Prints.

    >>> print f()
    None
    """
    print "a", "b"

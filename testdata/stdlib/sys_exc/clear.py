import sys

def f():
    try:
        g()
    except ValueError:
        log()
        sys.exc_clear()
    except KeyError:
        x = 1
        sys.exc_clear()  # for the garbage collector
        return x
    finally: sys.exc_clear()
    sys.exc_clear(); g()
    return map(sys.exc_clear, x)

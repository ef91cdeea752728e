import sys

def f():
    try:
        g()
    except ValueError:
        log()
    except KeyError:
        x = 1
        # for the garbage collector
        return x
    finally: pass
    g()
    return list(map(lambda: None, x))

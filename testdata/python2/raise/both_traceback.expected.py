# py3k-test: --from 2 --target 2+3
def f(E, value, tb):
    if value:
        raise E("text")
    elif tb:
        raise E, value, tb
    raise E, None, sys.exc_info()[2]

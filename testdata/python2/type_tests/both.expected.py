# py3k-test: --from 2 --target 2+3
def f(s, n):
    if isinstance(s, bytes):
        s = s.decode('utf-8')
    elif isinstance(s, unicode):
        s = s.encode('utf-8')
    return isinstance(n, int) or isinstance(n, long)

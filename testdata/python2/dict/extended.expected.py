import difflib
import operator


def f(d, xs, pool):
    xs += d.items()
    xs -= list(d.keys())
    print(operator.contains(d.keys(), 1), difflib.get_close_matches('a', d.keys()))
    for x in pool.imap(f, d.keys()):
        print(x)
    return bytes(d.values()), xs

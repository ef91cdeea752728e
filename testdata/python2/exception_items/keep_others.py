# py3k-test: -f exception_items --from 2
class Own(Exception):
    def __init__(self, message):
        self.message = message


def f(e, v):
    e[0]
    try:
        g()
    except Own as x:
        print(x.message)
    except IOError as v:
        v = [1]
        v[0]
    try:
        g()
    except IOError as w:
        w[key], w.args[0]
    return v[0], e.message

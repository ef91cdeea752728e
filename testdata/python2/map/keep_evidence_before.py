# py3k-test: --from auto
def new(cls, *args):
    if len(args) == 0:
        return None
    args = map(str, args)
    for arg in args: pass


def again(xs):
    ys = map(str, xs)
    ys = [y for y in ys]
    return len(ys)

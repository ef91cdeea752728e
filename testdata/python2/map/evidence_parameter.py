# py3k-test: --from auto
def new(cls, *args):
    if len(args) == 0:
        return None
    args = map(str, args)
    if len(args) == 1:
        return args[0]

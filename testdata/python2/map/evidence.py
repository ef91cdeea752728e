# py3k-test: --from auto
def first(x):
    return len(map(str, x)), zip(x)

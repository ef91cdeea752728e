# py3k-test: --from auto
def first(x):
    return len(list(map(str, x))), list(zip(x))

# py3k-test: --from 2 --safe
def f(box, key):
    counts = {}
    if key in counts and 1 not in counts:
        return not box.has_key(key)
    return box.has_key(key)

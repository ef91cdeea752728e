# py3k-test: --from 2 --safe
def f(box, key):
    counts = {}
    if counts.has_key(key) and not counts.has_key(1):
        return not box.has_key(key)
    return box.has_key(key)

def plain(d):
    keys = d.keys()
    keys.sort()
    return keys


def with_key(d, e):
    items = d.items()
    items.sort(key=lambda item: e.has_key(item[0]), reverse=True)  # the longest first
    return items


def on_one_line(d):
    keys = d.keys(); keys.sort(); return keys


def explained(d):
    keys = d.keys()
    # in the order of the alphabet
    keys.sort()
    return keys


def compared(d):
    keys = d.keys()
    keys.sort(lambda a, b: cmp(b, a))
    return keys


def another(d, keys):
    names = d.keys()
    keys.sort()
    return names, keys


def hidden(d, sorted):
    keys = d.keys()
    keys.sort()
    return keys[sorted]


def later(d):
    keys = d.keys()
    print keys
    keys.sort()

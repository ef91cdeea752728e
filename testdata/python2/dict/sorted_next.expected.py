def plain(d):
    keys = sorted(d.keys())
    return keys


def with_key(d, e):
    items = list(d.items())
    items.sort(key=lambda item: item[0] in e, reverse=True)  # the longest first
    return items


def on_one_line(d):
    keys = sorted(d.keys()); return keys


def explained(d):
    keys = list(d.keys())
    # in the order of the alphabet
    keys.sort()
    return keys


def compared(d):
    keys = list(d.keys())
    keys.sort(reverse=True)
    return keys


def another(d, keys):
    names = list(d.keys())
    keys.sort()
    return names, keys


def hidden(d, sorted):
    keys = list(d.keys())
    keys.sort()
    return keys[sorted]


def later(d):
    keys = list(d.keys())
    print(keys)
    keys.sort()

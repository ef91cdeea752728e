def plain(kind, x):
    if x:
        raise kind, "text %s" % x
    raise kind


def anything(kind, value, tb=None):
    if tb:
        raise kind, value, tb
    raise kind, value


def calls(kinds, value):
    raise kinds[0], value()


def shown(kind, text=None):
    pair = ("a", "b")
    nothing = None
    if text == 1:
        raise kind, pair
    if text == 2:
        raise kind, nothing
    if text == 3:
        raise KeyError, text
    message = None
    if text:
        message = "m"
    raise ValueError, message


error = 'module.error'


def by_text():
    raise error, 'x'

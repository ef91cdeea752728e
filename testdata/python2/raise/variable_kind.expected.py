def plain(kind, x):
    if x:
        raise kind("text %s" % x)
    raise kind


def anything(kind, value, tb=None):
    if tb:
        raise (value if isinstance(value, kind) else kind(*value) if isinstance(value, tuple) else kind() if value is None else kind(value)).with_traceback(tb)
    raise value if isinstance(value, kind) else kind(*value) if isinstance(value, tuple) else kind() if value is None else kind(value)


def calls(kinds, value):
    raise kinds[0](value())


def shown(kind, text=None):
    pair = ("a", "b")
    nothing = None
    if text == 1:
        raise kind(*pair)
    if text == 2:
        raise kind()
    if text == 3:
        raise KeyError() if text is None else KeyError(text)
    message = None
    if text:
        message = "m"
    raise ValueError() if message is None else ValueError(message)


error = 'module.error'


def by_text():
    raise (error, 'x')

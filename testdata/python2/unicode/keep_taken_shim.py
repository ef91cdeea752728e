try:
    unicode
except NameError:
    unicode = str


def is_text(value):
    return isinstance(value, unicode)

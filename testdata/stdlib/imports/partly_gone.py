import __builtin__

print __builtin__.len


def normal(encoding):
    if hasattr(__builtin__, "unicode") and isinstance(encoding, unicode):
        # What goes leaves its comment.
        encoding = encoding.encode('latin-1')
    return encoding

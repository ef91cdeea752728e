import os


def join(base, name, encoding):
    if isinstance(name, unicode):
        if not isinstance(base, unicode):
            base = base.decode(encoding)
    else:
        if isinstance(base, unicode):
            try:
                name = name.decode(encoding)
            except UnicodeDecodeError:
                base = base.encode(encoding)
    return os.path.join(base, name)

import os


def join(base, name, encoding):
    if isinstance(name, str):
        if not isinstance(base, str):
            base = base.decode(encoding)
    else:
        pass
    return os.path.join(base, name)

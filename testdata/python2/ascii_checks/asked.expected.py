def f(x, y):
    try:
        x = x.encode('ascii').decode('ascii')
    except UnicodeEncodeError:
        raise ValueError(x)
    try:
        x = y.encode('ascii').decode('ascii')
    except UnicodeEncodeError:
        x = None
    try:
        x.encode('ascii')
    except UnicodeEncodeError:
        x = None
    try:
        x = x.encode('utf-8')
    except UnicodeError:
        pass
    return x

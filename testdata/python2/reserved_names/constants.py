def encode(value, False=False, True=True, str=str):
    if value is False:
        return 'false'
    return str(True)


class Flags(object):
    True = 1


def uses():
    return True, False, Flags.True


def other():
    [x, True] = None, False
    return True

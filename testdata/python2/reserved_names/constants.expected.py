def encode(value, False_=False, True_=True, str=str):
    if value is False_:
        return 'false'
    return str(True_)


class Flags(object):
    True_ = 1


def uses():
    return True, False, Flags.True_


def other():
    [x, True_] = None, False
    return True_

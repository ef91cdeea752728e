def encode(value, False_=False, True_=True, str=str):
    if value is False_:
        return 'false'
    return str(True_)


class Flags(object):
    True_ = 1


def uses():
    return True, False, Flags.True_

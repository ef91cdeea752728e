def digits(s):
    return filter(lambda c: c != 'x', s)


def either(s):
    return filter(lambda c: c != 'x', s)


print digits('axb'), either('axb'), either(['a', 'x'])

def digits(s):
    return ''.join(filter(lambda c: c != 'x', s))


def either(s):
    return [c for c in s if c != 'x']


print(digits('axb'), either('axb'), either(['a', 'x']))

def flat(x):
    if hasattr(x, 'next'):
        return list(x)
    return [x]

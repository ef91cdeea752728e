import cages


def describe(name):
    return '%s in %r' % (name, cages.Cage(1))

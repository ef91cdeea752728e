def generator_in_a_variable(d):
    doomed = (k for k in d.keys() if k != 'x')
    for k in doomed:
        del d[k]


def iterator_in_a_variable(d):
    doomed = iter(d.keys())
    for k in doomed:
        d.pop(k)


def harmless(d):
    names = (str(k) for k in d.keys())
    return ', '.join(names), iter(d.keys())


def gets_a_list(d):
    names = map(str, d.keys())
    d[1] = 2
    return names

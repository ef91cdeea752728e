def digits(line):
    s = line.strip()
    a = ''.join(filter(str.isdigit, s))
    b = int(''.join(filter(lambda c: c in '0123456789', line)))
    c = ''.join(filter(f, 'abc'))
    d = tuple(filter(f, (1, 2)))
    e = list(filter(str.isdigit, line))
    return ''.join(filter(str.isdigit, s))

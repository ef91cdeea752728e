def digits(line):
    s = line.strip()
    a = filter(str.isdigit, s)
    b = int(filter(lambda c: c in '0123456789', line))
    c = filter(f, 'abc')
    d = filter(f, (1, 2))
    e = filter(str.isdigit, line)
    return ''.join(filter(str.isdigit, s))

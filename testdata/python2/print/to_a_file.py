def dump(f, lines, n):
    code = make(lines)
    if code:
        print >>f, code,
    print >>f, lines.all,
    print >>f, "a", n,
    for i in range(3):
        print >>f, i,
    print >>f, make(n),
    print >>sys.stderr, code,

def shadowed(f, str, code):
    print >>f, code,

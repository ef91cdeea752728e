def dump(f, lines, n):
    code = make(lines)
    if code:
        print(code, end='' if str(code).endswith('\n') else ' ', file=f)
    print(lines.all, end='' if str(lines.all).endswith('\n') else ' ', file=f)
    print("a", n, end=' ', file=f)
    for i in range(3):
        print(i, end=' ', file=f)
    print(make(n), end=' ', file=f)
    print(code, end=' ', file=sys.stderr)

def shadowed(f, str, code):
    print(code, end=' ', file=f)

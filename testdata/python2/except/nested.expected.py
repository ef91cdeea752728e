try:
    a()
except A or B as exc:
    repr(c).d = exc
    pass
except a[repr(b)] as exc:
    c[repr(d), 0o777] = exc
    print(repr(c))
except A as exc:
    c[d != e] = exc
    raise A("b")
except (A, B)[c != d] as e: print(e, end=' ')
try:
    try: a()
    except A as e: b(e)
except B as exc:
    (e, f) = exc.args
    try:
        c()
    except A as exc:
        (e, f) = exc.args
        pass

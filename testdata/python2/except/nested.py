try:
    a()
except A or B, `c`.d:
    pass
except a[`b`], c[`d`, 0777]:
    print `c`
except A, c[d <> e]: raise A, "b"
except (A, B)[c <> d], e: print e,
try:
    try: a()
    except A, e: b(e)
except B, (e, f):
    try:
        c()
    except A, (e, f):
        pass

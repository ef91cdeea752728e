try:
    f()
except E as exc:
    (a, b) = exc.args
    print(a)
except F as exc:
    e.x = exc
    print(e.x)
except G as exc:
    e[0] = exc
    pass
except H as exc:
    [c] = exc.args
    print(c)
except I as d:
    print(d)

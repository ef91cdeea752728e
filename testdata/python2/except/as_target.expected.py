try:
    f()
except IOError as exc:
    (code, text) = exc.args
    print(code, text)
try: f()
except IOError as exc:
    e.x = exc
    pass
except E as exc:
    e[0] = exc
    print(e)
except E as exc:
    ([]) = exc.args
    pass
try: f()
except E as e: print(e)

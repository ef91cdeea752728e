try: pass
except E as exc:
    (a, b) = exc.args
    pass

try: f()
except A if x else B as exc:
    (c, d) = exc.args
    print(c)
try: f()
except A if x else B as e: print(e)

try: a()
except A as exc:
    (x, y) = exc.args
    pass
try:
    a()
except A as exc:
    (x, y) = exc.args
    print(x); print(y)
except B as exc:
    a.b = exc
    pass  # why
if a:
  try: b()
  except A as exc:
      c[0] = exc
      d()
  else: e()

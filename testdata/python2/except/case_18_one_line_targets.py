try: a()
except A, (x, y): pass
try:
    a()
except A, (x, y): print(x); print(y)
except B, a.b: pass  # why
if a:
  try: b()
  except A, c[0]: d()
  else: e()

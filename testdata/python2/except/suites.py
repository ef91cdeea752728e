try: a()
except A, e: pass
try: a()
except A, e: print(e); b(e)
else: c()
finally: d()
def f():
    try: a()
    except A, e: return e
    except B, e: raise
while a:
    try: b()
    except A, e: continue
    except B, e: break

try: a()
except A as e: pass
try: a()
except A as e: print(e); b(e)
else: c()
finally: d()
def f():
    try: a()
    except A as e: return e
    except B as e: raise
while a:
    try: b()
    except A as e: continue
    except B as e: break

try:
    f()
except IOError as (code, text):
    print code, text
try: f()
except IOError as e.x: pass
except E as e[0]: print e
except E as ([]): pass
try: f()
except E as (e): print e

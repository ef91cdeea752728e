try: f()
except A if x else B as (c, d): print c
try: f()
except A if x else B as e: print e

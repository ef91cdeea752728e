try:
    f()
except E as (a, b):
    print a
except F as e.x: print e.x
except G as e[0]:
    pass
except H as [c]:
    print c
except I as (d):
    print d

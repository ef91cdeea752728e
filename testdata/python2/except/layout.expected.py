try:
    pass
except A as e:
    pass
except A as e :
    pass
except (A, B) as    e: # why
    pass
except	A as	e:
    pass
except (A,  # first
        B   # second
        ) as e:
    pass
except A as \
        e:
    pass
except A as e:
    pass
except(A, B) as e: pass
except A as e: pass

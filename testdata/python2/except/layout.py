try:
    pass
except A,e:
    pass
except A , e :
    pass
except (A, B),    e: # why
    pass
except	A,	e:
    pass
except (A,  # first
        B   # second
        ), e:
    pass
except A, \
        e:
    pass
except A \
        , e:
    pass
except(A, B), e: pass
except A, (e): pass

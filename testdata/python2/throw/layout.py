g . throw ( E , "a" )
g.throw(E,"a")
g.throw(E,
        "a",  # why
        tb)
g.throw(E,  # why
        (a,
         b))
g.throw(E, "a", tb,)
if a: g.throw(E, "b"); c = g.throw(E, ("d"))

g . throw ( E("a") )
g.throw(E("a"))
# why
g.throw(E("a").with_traceback(tb))
# why
g.throw(E(a,
         b))
g.throw(E("a").with_traceback(tb),)
if a: g.throw(E("b")); c = g.throw(E("d"))

# py3k-test: -f throw --from 2
g.throw(E)
ball.throw(far, away)
self.gen.throw(type, value, traceback)
g.throw(*args)
g.throw(E, *args)
g.throw(E, value=a)
g.throw("a", b)
throw(E, "a")
g.throw
g.throw()
g.throw(E, a, b, c)

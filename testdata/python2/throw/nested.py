g.throw(E, `a`)
g.throw(E, (0777, `a`), tb[10L])
g[`a`].throw(E, g.throw(E, "a"))
print g.throw(E, "a"),
raise E, g.throw(E, "a")

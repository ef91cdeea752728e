f = lambda a_b: -a_b[0] ** a_b[1]
g = lambda a_b: a_b[0].x[a_b[1]](a_b[0]) if not a_b[1] else (yield a_b[0])
h = lambda a_b: a_b[0] if a_b[1] else None
i = lambda a_b, c: not a_b[0] in a_b[1]

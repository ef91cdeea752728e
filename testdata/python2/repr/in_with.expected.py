with repr((a, b)): pass
with repr(a) as c, repr((d, repr(e))) as f:
    while repr((1, 2)): repr((g, h))
with (repr((a, b))), [repr(c)]: pass

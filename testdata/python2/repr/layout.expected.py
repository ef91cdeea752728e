a = repr(b)
a = repr(b)  ,  repr(c)
a =repr(b)if repr(c)else repr(d)
a = (repr(b),  # why
     repr([c,  # and why
       d]))
if a: b = repr(c); d = repr(e)
a = repr(b) \
    + repr(c)
assert repr(a)=="b", repr(c)

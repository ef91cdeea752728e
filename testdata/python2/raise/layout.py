raise   E,   "a"
raise E,"a"
raise E , "a" # why
raise E, \
    "a"
raise E, ("a"
          "b")
raise E, ("a"  # first
          "b") # second
raise E, "a %d" % (1 +
                   2)
raise E, (a,
          b)
raise E, (a,  # first
          b), tb
raise E, \
    "a", \
    tb
raise(E), "a"
raise E, "a"; raise E, "b" ;
if a: raise E, "b"
else: raise E, (c), tb
def f(): raise E, "a"

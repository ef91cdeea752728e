raise   E("a")
raise E("a")
raise E("a") # why
raise E("a")
raise E("a"
          "b")
raise E("a"  # first
          "b") # second
raise E("a %d" % (1 +
                   2))
raise E(a,
          b)
raise E(a,  # first
          b).with_traceback(tb)
raise E("a").with_traceback(tb)
raise E("a")
raise E("a"); raise E("b") ;
if a: raise E("b")
else: raise E(c).with_traceback(tb)
def f(): raise E("a")

raise E
raise E()
raise E, "a"
raise E, 5
raise E, ["a"]
raise E, {}
raise E, (a, b)
raise E, (a,)
raise E, ()
raise E, None
raise E, "a", None
raise E("a"), None
raise E, "%s" % a
raise E, a
raise E, a.b(c)
raise E, (a, b) % c
raise a.E, "b"
raise a(), "b"
raise a or E, "b"
raise (E), "a"
raise E, lambda: a
raise E, a if b else c
raise E, not a
raise E, E("a")
raise a.E, a.E("b")
raise (E, a), "b"
raise ((E, a), b), "c"
raise (E, a)
raise

raise E, None, tb
raise a.E, None, tb
raise socket.error, None, tb
raise E("a"), None, tb
raise E, "a", tb
raise E, (a, b), tb
raise E, (a, b), sys.exc_info()[2]
raise E, (), tb
raise E, "a", tb or c
raise E, a, tb
raise E, "a", a if b else c
raise E, "a", None
class lower(Exception): pass
raise lower, None, tb
try:
    a()
except A, e:
    raise e, None, tb

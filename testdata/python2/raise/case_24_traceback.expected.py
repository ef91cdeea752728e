raise E().with_traceback(tb)
raise a.E().with_traceback(tb)
raise socket.error().with_traceback(tb)
raise E("a").with_traceback(tb)
raise E("a").with_traceback(tb)
raise E(a, b).with_traceback(tb)
raise E(a, b).with_traceback(sys.exc_info()[2])
raise E().with_traceback(tb)
raise E("a").with_traceback(tb or c)
raise E(a).with_traceback(tb)
raise E("a").with_traceback(a if b else c)
raise E("a")
class lower(Exception): pass
raise lower().with_traceback(tb)
try:
    a()
except A as e:
    raise e.with_traceback(tb)

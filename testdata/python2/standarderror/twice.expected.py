try:
    f()
except Exception as e:
    g(e)
try:
    f()
except (Exception, IOError):
    pass
except (Exception, IOError):
    pass


class Lost(Exception):
    pass


class Found(Exception, Mixin):
    pass


class Own(Mixin, Exception):
    pass

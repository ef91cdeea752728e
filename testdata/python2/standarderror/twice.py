try:
    f()
except (StandardError, Exception), e:
    g(e)
try:
    f()
except (StandardError, IOError, Exception):
    pass
except (StandardError, IOError):
    pass


class Lost(StandardError, Exception):
    pass


class Found(Exception, Mixin, StandardError):
    pass


class Own(Mixin, StandardError):
    pass

# The method under another name, or made elsewhere.
class Flag(object):
    def __init__(self, on):
        self.on = on

    def is_on(self):
        return self.on

    __nonzero__ = is_on


class Lambda(object):
    __nonzero__ = lambda self: False


class Nested(object):
    def make(self):
        class Inner(object):
            def __nonzero__(self):
                return False
        return Inner()


class Falsy(object):
    if 1:
        def __nonzero__(self):
            return False


print bool(Flag(True)), bool(Flag(False)), bool(Lambda())
print bool(Nested()), bool(Nested().make()), bool(Falsy())
print Flag(True) and "on" or "off", not Lambda()
if not Flag(False): print "off"

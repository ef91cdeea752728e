# What `raise kind, value` makes of a value depends on what that is.
class Own(Exception):
    def __init__(self, *args):
        Exception.__init__(self, *args)
        self.count = len(args)


def throw(kind, value):
    raise kind, value


def throw_text(kind, text=None):
    raise kind, text


def throw_own(value=None):
    raise Own, value


def throw_pair(kind):
    pair = ("p", "q")
    raise kind, pair


def show(function, *args):
    try:
        function(*args)
    except Exception, e:
        print e.__class__.__name__, map(str, e.args), getattr(e, 'count', '-')


class Child(Own):
    pass


for value in None, "a", ("a", "b"), (), Own("x", "y", "z"), Child("c"), ValueError("v"), ["l"], 0:
    show(throw, Own, value)
show(throw, ValueError, "a")
show(throw_text, KeyError)
show(throw_text, KeyError, "k")
show(throw_own)
show(throw_own, "o")
show(throw_pair, Own)

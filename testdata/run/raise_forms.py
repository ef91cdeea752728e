class E(Exception):
    def __init__(self, *args):
        Exception.__init__(self, *args)
        self.count = len(args)


def show(function):
    try:
        function()
    except E, e:
        print e.args, e.count
    except Exception, e:
        print e.__class__.__name__, e


def f1(): raise E
def f2(): raise E, "text"
def f3(): raise E, ("two", 2)
def f4(): raise E, None
def f5(): raise E("made")
def f6(): raise E, 5
def f7(): raise E, ()
def f8(): raise E, "a %s" % "b"
def f9(): raise E, ["a", "list"]
def f10(): raise (E, "ignored")[0], "of a tuple"
def f11(): raise ValueError, "bad value"
def f12(): raise KeyError, 'key'
def f13(): raise E, \
    "next line"
def f14():
    if 1: raise E, "one line"; print "never"
    raise E, "never"
def f15():
    raise E, ("a "
              "long text")
def f16():
    raise E, "sum: %d" % (1 +
                          2)
def f17(): raise E, f17.__name__ or `1`


for function in [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17]:
    print function.__name__,
    show(function)

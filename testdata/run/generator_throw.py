import sys


class Stop(Exception):
    pass


def listener():
    while True:
        try:
            got = (yield "ready")
            print "got", got
        except Stop, e:
            print "stop", e.args
        except ValueError, e:
            print "value", e


def new():
    g = listener()
    g.next()
    return g


g = new()
print g.send(1)
print g.throw(Stop)
print g.throw(Stop, "text")
print g.throw(Stop("instance"))
print g.throw(Stop, ("a", "b"))
print g.throw(ValueError, "bad")
print g.throw(ValueError, None)
try:
    raise KeyError("origin")
except KeyError:
    tb = sys.exc_info()[2]
print g.throw(Stop, "with tb", tb)
print g.throw(Stop, None, tb)
print g.throw(Stop, Stop("instance"), tb)
print g.throw(Stop, "lines",
              tb)
result = g.throw(Stop, `1`); print result
if g.throw(Stop, "in a condition") == "ready": print "yes"
try:
    g.throw(KeyError, "out")
except KeyError, e:
    print "escaped", e.args


class Ball(object):
    def throw(self, *args):
        return args


print Ball().throw("far")

import sys


class Sink(object):
    """The least that print can write to."""

    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def show(self):
        sys.stdout.write("[" + "".join(self.parts).replace("\n", "|") + "]\n")


sink = Sink()
print >>sink, "to the sink"
print >>sink
print >> sink, 1, 2
print >>sink, "a",
print >>sink, "b"
print >>sink, "line\n",
print >>sink, "no space"
print >>sink, (1, 2)
print >>sink, ("x"), "y"
print >>sink, "%s=%s" % ("k", "v")
sink.show()

print >>sys.stdout, "plain"
print >>sys.stdout
print >>None, "None is stdout"
sinks = {'one': Sink(), 'two': Sink()}
print >>sinks['one'], "first"
print >>sinks['two'], "second", "half"
print >>(sinks['one']), "third"
print >>sinks['one'] or sys.stdout, "fourth"
for key in sorted(sinks):
    sinks[key].show()


def log(message, out=sys.stdout):
    if out: print >>out, "log:", message; print >>out, "done"
    else: print "no out"


log("hello")
log("quiet", sink)
log("x", None)
sink.show()
shifted = 16
print shifted >> 2, "is a shift"
print (shifted) >> 1

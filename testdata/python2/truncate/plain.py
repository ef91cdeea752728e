import StringIO
class Generator:
    def __init__(self):
        self.buffer = StringIO.StringIO()
    def execute(self):
        print self.buffer.getvalue()
        self.buffer.truncate(0)
def f(out):
    out.truncate(0)
    out.write("x")
def both(out):  # no other file is meant than a StringIO
    print "a"
    out.truncate(0)
    # to the start

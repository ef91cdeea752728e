import io
class Generator:
    def __init__(self):
        self.buffer = io.StringIO()
    def execute(self):
        print(self.buffer.getvalue())
        self.buffer.truncate(self.buffer.seek(0))
def f(out):
    out.truncate(out.seek(0))
    out.write("x")
def both(out):  # no other file is meant than a StringIO
    print("a")
    out.truncate(out.seek(0))
    # to the start

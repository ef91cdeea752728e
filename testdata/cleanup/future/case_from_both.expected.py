import io


class Lines(object):
    def __init__(self, lines):
        self.lines = iter(lines)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.lines)

    def __bool__(self):
        return True


for line in Lines(["a", 'b']):
    print(line, end=' ')
with io.open("name") as f:
    print(f.read())
n = eval(input("n? "))

# py3k-test: --from 2 --target 2+3
class Lines(object):
    def __iter__(self):
        return self

    @log
    def next(self):
        return self.lines.next()

    def peek(self):
        line = self.next()
        again = self.next
        return line, again


class Numbered(Lines):
    def next(self):
        return 1, Lines.next(self)

    read = next


class Reader(object):
    def __iter__(self):
        return self

    def read(self):
        return 1
    next = read


class Sized(object):
    def next(self, size=1):
        return size


class Converted(object):
    def __next__(self):
        return 1
    next = __next__

    def all(self):
        return [self.next()]


for block in iter(f.next, None):
    print(block)
advance = f.next
advance()
super(Lines, f).next()

# py3k-test: --from 2 --target 2+3
class Lines(object):
    def __iter__(self):
        return self

    @log
    def __next__(self):
        return next(self.lines)
    next = __next__

    def peek(self):
        line = next(self)
        again = self.next
        return line, again


class Numbered(Lines):
    def __next__(self):
        return 1, Lines.__next__(self)
    next = __next__

    read = __next__


class Reader(object):
    def __iter__(self):
        return self

    def read(self):
        return 1
    __next__ = read
    next = __next__


class Sized(object):
    def next(self, size=1):
        return size
    __next__ = next


class Converted(object):
    def __next__(self):
        return 1
    next = __next__

    def all(self):
        return [next(self)]


for block in iter(f.next, None):
    print(block)
advance = f.next
advance()
super(Lines, f).next()

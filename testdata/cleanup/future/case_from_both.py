from __future__ import print_function
import io


class Lines(object):
    def __init__(self, lines):
        self.lines = iter(lines)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.lines)
    next = __next__

    def __bool__(self):
        return True
    __nonzero__ = __bool__


for line in Lines([u"a", u'b']):
    print(line, end=' ')
with io.open(u"name") as f:
    print(f.read())
n = eval(raw_input("n? "))

import socket
import tokenize
from tokenize import pseudoprog


def names(text):
    from tokenize import tokenprog
    at = 0
    found = []
    while True:
        match = tokenprog.match(text, at)
        if match is None or match.end() == at:
            return found
        found.append(match.group())
        at = match.end()


print names("a + (b1 - 12)")[:3]
print pseudoprog.match("  x = 1").span(1), tokenize.endprogs["'"].match("abc' + 1").end()


class Fake(object):
    def __init__(self, parts):
        self.parts = parts

    def recv(self, size):
        data = self.parts.pop(0) if self.parts else b''
        if len(data) > size:
            self.parts.insert(0, data[size:])
        return data[:size]

    def close(self):
        print "closed"


wrapped = socket._fileobject(Fake([b'one\ntw', b'o\nthree']), 'rb', 1, close=True)
print len(list(wrapped))
wrapped.close()
create = socket._fileobject
print len(create(Fake([b'abc', b'def'])).read(4))


class Table(object):
    def __init__(self):
        self.pairs = [(1, 2), (3, 4)]

    def iteritems(self):
        return iter(self.pairs)

    def iterkeys(self):
        return (key for key, value in self.pairs)


for table in {1: 2}, Table():
    for key, value in table.iteritems():
        print key, value
    print list(table.iterkeys())

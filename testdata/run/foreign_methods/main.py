# Whose method it is decides: a class of another file keeps has_key() and iteritems(), a dict has `in`.
import mybox
from mybox import Box, Numbers, Plain
from mybox import Counted as C


class Local(object):
    def __init__(self):
        self.box = Box()
        self.found = {}
        self.late = None

    def has_key(self, key):
        return "local %s" % key

    def fill(self):
        self.late = {}
        self.late[2] = 1
        return self.late.has_key(2), self.box.has_key(3), self.found.has_key(1), self.has_key(4)


class Child(Box):
    def ask(self):
        return self.has_key("c"), sorted(self.iteritems())


box = Box()
print box.has_key(1), sorted(box.iteritems())
print mybox.has_key("here", "x")
print {1: 2}.has_key(1), {}.has_key(2)
local = Local()
print local.has_key(1), local.fill()
print Child().ask()
print C().next(4)
numbers = Numbers(3)
print numbers.next(), list(numbers)
plain = Plain(a=1)
print plain.has_key("a"), list(plain.iteritems())
counts = dict(a=1)
for name, count in counts.iteritems():
    print name, count

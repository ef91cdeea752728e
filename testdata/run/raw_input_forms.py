import sys


class Keyboard(object):
    def __init__(self, *lines):
        self.lines = list(lines)

    def readline(self, size=-1):
        return self.lines.pop(0) + "\n" if self.lines else ""


sys.stdin = Keyboard("first", "second", " third ", "4", "five six", "x", "1 + 1", "a", "b", "")
print "[%s]" % raw_input()
line = raw_input("prompt> ")
print "[%s]" % line
print "[%s]" % raw_input("again: ").strip()
print int(raw_input()) + 1
print raw_input().split()
ask = raw_input
print ask("? ")
text = raw_input(
    "sum: "  # not evaluated
)
print len(text), text
print [raw_input("%d " % i) for i in range(2)]
print `raw_input()`
try:
    raw_input("nothing left ")
except EOFError, e:
    print "end", e.__class__.__name__


def shadow(raw_input):
    return raw_input("called")


print shadow(len)


class Form(object):
    def raw_input(self, text):
        return "form " + text


print Form().raw_input("x")

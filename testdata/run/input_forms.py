import sys


class Keyboard(object):
    def __init__(self, *lines):
        self.lines = list(lines)

    def readline(self, size=-1):
        return self.lines.pop(0) + "\n" if self.lines else ""


sys.stdin = Keyboard("1 + 2", "[1, 2, 3]", "name", "'quoted'", "7 * 6", "number> ", "8", "(1, 2)", "local * 2",
                     "  5", "1", "2")
name = "a global"
print input()
print input("list: ")
print input("name: ")
print input("text: ").upper()
print input() + 1
print input(raw_input())
a, b = input("pair: ")
print a + b


def inside():
    local = 21
    return input()


print inside()
print input("blank: ") * 2
print [input() for i in (1, 2)]
try:
    print input()
except EOFError:
    print "end"


def shadow(input):
    return input + 1


class Form(object):
    input = "field"

    def __init__(self):
        self.input_ = self.input


def local():
    input = [3, 4]
    return input[0]


print shadow(1), shadow(input=2), Form().input, local()

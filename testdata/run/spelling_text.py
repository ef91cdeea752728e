# What is text, and what only looks like it.
from StringIO import StringIO
x = 1
print "head\n", "b c".split(), x
print "head\n", "b c".upper(), x, "tail\n", "abc".find("c"), x
print filter(None, "a  b".split(" ")), repr(filter(None, "a,b".partition("/")))
line = "  a1b2 "
line = line.strip()
print filter(str.isdigit, line), filter(lambda c: c > '9', line)
words = line.split("1")
print filter(None, words)


def local(str, _):
    print "head\n", str(3), x
    print "head\n", _("b"), x


local(lambda n: [n], len)


class Opener(object):
    def opener(self, name, mode):
        return StringIO("text of " + name)


def through(data):
    open = data.opener
    return StringIO(open("n", "rb").read())


print through(Opener()).getvalue()

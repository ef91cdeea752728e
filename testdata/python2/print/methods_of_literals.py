x = 1
print "head\n", "b c".split(), x
print "head\n", "b c".upper(), x
print "head\n", "abc".find("b"), x
print "head\n", b"bytes", x
title = "t %d" % x
print "head\n", title, x


def f(str, _):
    print "head\n", str(3), x
    print "head\n", _("b"), x


def g(_=None):
    for _ in range(2):
        print "head\n", _, x


def h(text=None):
    name = None
    if text:
        name = "a"
    print "head\n", name, x

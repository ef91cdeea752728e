# Names of builtins that here are something else.
import sys


class long(object):
    """A class of ours."""

    def __init__(self, *args):
        self.args = args

    def __str__(self):
        return "long" + str(self.args)


def file(name, unicode=False, basestring=None):
    return "file %s %s %s" % (name, unicode, basestring)


def raw_input(prompt):
    return "our raw_input " + prompt


class Api(object):
    xrange = 1
    unichr = 2

    def unicode(self, long):
        return "unicode %s" % long

    def has(self, next):
        return next

    def input(self):
        return self.xrange + self.unichr

    def iterate(self, reduce, items):
        unicode = [reduce]
        for basestring in items: unicode.append(basestring)
        return unicode


api = Api()
print long(1), str(long()), file("x"), file("x", unicode=1, basestring=2)
print raw_input("> "), api.unicode(3), api.unicode(long=4), api.has(next=5)
print api.input(), api.iterate(0, [1, 2]), Api.unichr
try:
    unichr = api.unichr
except AttributeError, unichr:
    pass
print unichr
for xrange in [1, 2]: pass
print xrange
exec_, print_ = 1, 2
print exec_, print_
settings = dict(long=1, unicode=2, xrange=3)
print settings['long'] + settings["unicode"] + settings['xrange']
print sys.maxunicode > 0, (lambda basestring: basestring)(9)


def scoped():
    global input
    input = "global"
    return input


def uses():
    return input


print scoped(), uses()
def conditional(flag):
    if flag: basestring = "local"
    else: basestring = None
    return basestring
print conditional(1), conditional(0)

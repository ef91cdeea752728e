# unicode, unichr and basestring as what they are, and as names of other things.
class Thing(object):
    unicode = "attribute"

    def __str__(self):
        return "thing"

    def unichr(self):
        return "method"


print unicode(5), unicode("abc"), unicode(Thing()), unicode()
print unichr(65), ord(unichr(8364)), [ord(unichr(n)) for n in (97, 98)]
print isinstance(u'x', unicode), isinstance(5, unicode)
print isinstance(u'x', basestring), isinstance('x', basestring), isinstance(5, basestring)
print isinstance('x', (basestring, int)), isinstance(5, (int, basestring))
print issubclass(unicode, basestring), issubclass(str, basestring)
print unicode.upper(u"abc"), unicode.join(u", ", ["a", "b"])
kinds = {'text': unicode, 'char': unichr}
print kinds['text'](1.5), kinds['char'](66)
print "".join([unicode(n) for n in range(3)])
print Thing.unicode, Thing().unichr(), dict(unicode=1, basestring=2)['unicode']


class Text(unicode):
    def shout(self):
        return self.upper() + u"!"


print Text(u"hey").shout(), isinstance(Text(), basestring)


def function(unicode, basestring=None):
    return unicode, basestring


def rebinds():
    unichr = "local"
    return unichr


print function(unicode=1), function(2, basestring=3), rebinds()
for value in [u"a", "b", 3, None, Thing()]:
    if isinstance(value, basestring): print "text", value
    elif isinstance(value, (int, long)): print "number", value
    else: print "other", unicode(value)
